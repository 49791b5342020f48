package org.sumscan.contracts;

/** Bytes that are not what they should be; kept cheap, since a stranger can cause any number. */
public final class AbiFault extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  AbiFault(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** Nobody reads where a stranger's bytes were refused. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
