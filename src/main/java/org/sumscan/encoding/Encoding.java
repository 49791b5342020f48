package org.sumscan.encoding;

import java.util.Arrays;

/** What became of an input: features, or a reason why there are none. */
public sealed interface Encoding {

  /** The most features that an input may have; a sample of more would not fit a transaction. */
  int MOST_FEATURES = 20_000;

  /** The integers that a contract takes. */
  @SuppressWarnings("ArrayRecordComponent")
  record Encoded(long[] features) implements Encoding {

    @Override
    public boolean equals(Object other) {
      return other instanceof Encoded(long[] others) && Arrays.equals(features, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(features);
    }

    @Override
    public String toString() {
      return "Encoded" + Arrays.toString(features);
    }
  }

  /**
   * The input does not suit the encoder.
   *
   * @param reason a whole sentence for whoever typed it
   */
  record Refused(String reason) implements Encoding {}
}
