package org.sumscan.contracts;

/**
 * Why a contract refused a call, in words for whoever made it.
 *
 * @param code the name of the contract's error; {@code Error} for a text of its own, {@code Panic}
 *     for a failed check of the compiler's, {@code Unknown} for any other bytes and {@code None}
 *     for none
 * @param reason a whole sentence
 * @param remedy a whole sentence: what to do about it
 */
public record RevertReason(String code, String reason, String remedy) {

  /** Reads what a call reverted with; any bytes at all are taken. */
  public static RevertReason of(byte[] data) {
    return RevertWords.of(data);
  }
}
