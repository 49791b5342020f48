package org.sumscan.demo.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sample before anyone adds it.
 *
 * @param features what the contract takes
 * @param label the true class
 * @param source what it was before it was encoded; null where that was numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(long[] features, int label, @Nullable RawData source) {

  Example(long[] features, int label) {
    this(features, label, null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example(long[] others, int otherLabel, RawData unencoded)
        && label == otherLabel
        && Arrays.equals(features, others);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(features) + label;
  }

  @Override
  public String toString() {
    return Arrays.toString(features) + " is " + label;
  }
}
