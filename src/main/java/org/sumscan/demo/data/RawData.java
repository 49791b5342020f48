package org.sumscan.demo.data;

import java.util.Arrays;
import org.sumscan.encoding.GreyPicture;
import org.sumscan.originals.Content;
import org.sumscan.originals.Pictures;

/** What an example was before it was encoded. */
public sealed interface RawData {

  /** As it is kept beside its sample. */
  Content content();

  /** A text, by its words. */
  record Words(String text) implements RawData {

    @Override
    public Content content() {
      return new Content.Text(text);
    }
  }

  /**
   * A picture of 8 × 8 pixels.
   *
   * @param levels how dark each pixel is, from 0 to 16, in reading order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Digit(double[] levels) implements RawData {

    private static final int SIDE = 8;
    private static final int SHADES = 15;

    @Override
    public Content content() {
      int[] ink = Arrays.stream(levels).mapToInt(level -> (int) level * SHADES).toArray();
      return Pictures.of(new GreyPicture(SIDE, ink));
    }
  }
}
