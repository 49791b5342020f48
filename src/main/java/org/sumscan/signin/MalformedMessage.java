package org.sumscan.signin;

/** A text is no sign-in message; says where, in a sentence fit to be answered. */
final class MalformedMessage extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedMessage(String message) {
    super(message, null, false, false);
  }
}
