package org.sumscan.reading;

import org.sumscan.kernel.UInt64;

/** What a model says of features, or why it says nothing. */
public sealed interface Answer {

  /**
   * It names a class.
   *
   * @param asOfBlock the block whose state answered
   */
  record Label(UInt64 label, long asOfBlock) implements Answer {}

  /**
   * It refuses the features.
   *
   * @param reason a short sentence part, without a full stop
   */
  record Refused(String reason, long asOfBlock) implements Answer {}

  /**
   * It cannot be asked now.
   *
   * @param reason a whole sentence, without secrets
   */
  record Unavailable(String reason) implements Answer {}
}
