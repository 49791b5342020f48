package org.sumscan.demo;

import java.util.Arrays;

/**
 * A sample before anyone adds it.
 *
 * @param features what the contract takes
 * @param label the true class
 */
record Example(long[] features, int label) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Example(long[] others, int otherLabel)
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
