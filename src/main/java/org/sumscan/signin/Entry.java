package org.sumscan.signin;

/** What came of a signed message. */
public sealed interface Entry {

  /**
   * The account is signed in.
   *
   * @param token the cookie's value: the only copy there is
   */
  record Entered(String token, Session session) implements Entry {}

  /**
   * It is not.
   *
   * @param message what is wrong and what to do, in sentences
   */
  record Refused(Reason reason, String message) implements Entry {}

  /** Why a message is not believed. */
  enum Reason {
    MALFORMED,
    WRONG_SITE,
    WRONG_CHAIN,
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_NONCE,
    WRONG_SIGNATURE,
    NODE_SILENT
  }
}
