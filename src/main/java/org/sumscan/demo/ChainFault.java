package org.sumscan.demo;

/** The embedded chain did not answer, or refused what the demo asked of it. */
final class ChainFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChainFault(String message) {
    super(message);
  }

  ChainFault(String message, Throwable cause) {
    super(message, cause);
  }
}
