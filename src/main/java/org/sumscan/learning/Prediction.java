package org.sumscan.learning;

import org.sumscan.kernel.UInt64;

/** What a model answers for a sample: a label, or that it cannot take the sample. */
public sealed interface Prediction {

  /** The position of the predicted class. */
  record Label(UInt64 label) implements Prediction {

    static Label of(long label) {
      return new Label(new UInt64(label));
    }
  }

  /** The contract's call reverts. */
  record Rejected(Rejection reason) implements Prediction {}
}
