package org.sumscan.reading;

import org.sumscan.kernel.UInt64;

/** Whether a contract's answer and the replay's can be true at once. */
public enum Agreement {
  /** They say the same. */
  EQUAL,
  /** They differ only because the contract has learnt more since; in the same state they agree. */
  LATER,
  /** They differ in the same state, so that one of them is wrong. */
  DIFFERENT,
  /** One of the two did not answer. */
  UNKNOWN;

  /**
   * Of answers in the same state; a contract may refuse for want of gas where a replay does not.
   */
  static Agreement of(Answer contract, Answer replay) {
    return switch (contract) {
      case Answer.Unavailable silent -> UNKNOWN;
      case Answer.Refused refused -> replay instanceof Answer.Refused ? EQUAL : UNKNOWN;
      case Answer.Label(UInt64 label, long block) ->
          switch (replay) {
            case Answer.Label(UInt64 other, long at) -> label.equals(other) ? EQUAL : DIFFERENT;
            case Answer.Refused refused -> DIFFERENT;
            case Answer.Unavailable silent -> UNKNOWN;
          };
    };
  }
}
