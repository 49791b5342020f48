package org.sumscan.encoding;

import java.util.Arrays;

/**
 * A picture in shades of grey, in reading order.
 *
 * @param width in pixels
 * @param ink how dark each pixel is, from 0 for blank to 255; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record GreyPicture(int width, int[] ink) {

  /** The darkest shade. */
  public static final int BLACK = 255;

  /**
   * @throws IllegalArgumentException if the rows are not full or a shade is out of range
   */
  public GreyPicture {
    if (width < 1 || ink.length == 0 || ink.length % width != 0) {
      throw new IllegalArgumentException("a picture consists of full rows");
    }
    if (Arrays.stream(ink).anyMatch(shade -> shade < 0 || shade > BLACK)) {
      throw new IllegalArgumentException("a shade is from 0 to " + BLACK);
    }
  }

  /** In pixels. */
  public int height() {
    return ink.length / width;
  }

  /**
   * The ink as a vector of length 1, times 10⁹ and rounded, as models of {@link
   * Encoder#TIMES_BILLION} take pictures.
   */
  public Encoding encode() {
    if (ink.length > Encoding.MOST_FEATURES) {
      return new Encoding.Refused("More than %d pixels.".formatted(Encoding.MOST_FEATURES));
    }
    long squares = 0;
    int step = 0;
    for (int shade : ink) {
      squares += (long) shade * shade;
      step = greatestCommonDivisor(step, shade);
    }
    if (squares == 0) return new Encoding.Refused("The picture is blank.");
    // Shades are told in their own unit, so that a picture of few shades gives what its shades
    // give.
    double norm = Math.sqrt((double) squares / ((long) step * step));
    int unit = step;
    return new Encoding.Encoded(
        Arrays.stream(ink)
            .mapToLong(shade -> NumberEncoding.timesBillion((shade / unit) / norm))
            .toArray());
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
