package org.sumscan.demo.chain;

/** The embedded chain did not answer, or refused what the demo asked of it. */
public final class ChainFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChainFault(String message) {
    super(message);
  }

  ChainFault(String message, Throwable cause) {
    super(message, cause);
  }
}
