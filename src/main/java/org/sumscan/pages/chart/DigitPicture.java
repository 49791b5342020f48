package org.sumscan.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A square grey picture rebuilt from a sample's features, for models whose samples are small images
 * in reading order.
 *
 * @param side pixels along one side
 * @param pixels every pixel that is not blank
 */
public record DigitPicture(int side, List<Pixel> pixels) {

  /** The one size that is drawn: 8 by 8. */
  public static final int FEATURES = 64;

  /** A pixel in picture units, and how dark it is from 1 to 16. */
  public record Pixel(int x, int y, int level) {}

  /**
   * The picture of 64 values: none where a value is negative (no brightness) or all are 0; the
   * largest is drawn darkest, as scaling to unit length loses the absolute brightness.
   */
  public static Optional<DigitPicture> of(long[] features) {
    if (features.length != FEATURES) {
      return Optional.empty();
    }
    long largest = 0;
    for (long value : features) {
      if (value < 0) {
        return Optional.empty();
      }
      largest = Math.max(largest, value);
    }
    return largest == 0 ? Optional.empty() : Optional.of(drawn(features, largest));
  }

  private static DigitPicture drawn(long[] features, long largest) {
    List<Pixel> pixels = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      int level = (int) Math.round(16.0 * features[i] / largest);
      if (level > 0) {
        pixels.add(new Pixel(i % 8, i / 8, level));
      }
    }
    return new DigitPicture(8, pixels);
  }
}
