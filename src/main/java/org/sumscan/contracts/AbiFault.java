package org.sumscan.contracts;

/** Bytes that are not what they should be; kept cheap, since a stranger can cause any number. */
final class AbiFault extends Exception {

  AbiFault(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
