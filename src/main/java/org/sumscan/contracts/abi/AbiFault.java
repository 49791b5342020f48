package org.sumscan.contracts.abi;

/** Bytes that are not what they should be; kept cheap, since a stranger can cause any number. */
public final class AbiFault extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong with them. */
  public AbiFault(String reason) {
    super(reason);
  }

  /** What is wrong with them. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Nobody reads where a stranger's bytes were refused. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
