package org.sumscan.signin;

import org.springframework.security.core.AuthenticationException;

/** A signed message is not believed; the text says what is wrong and what to do, in sentences. */
public final class RefusedSignIn extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** Why a message is not believed. */
  public enum Reason {
    MALFORMED,
    WRONG_SITE,
    WRONG_CHAIN,
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_NONCE,
    WRONG_SIGNATURE,
    NODE_SILENT
  }

  private final Reason reason;

  RefusedSignIn(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
