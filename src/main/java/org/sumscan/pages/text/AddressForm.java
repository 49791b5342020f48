package org.sumscan.pages.text;

import org.sumscan.kernel.Address;
import org.sumscan.reading.typed.TypedText;

/** Says at once what is wrong with what was typed as an address. */
public final class AddressForm {

  private static final int DIGITS = 40;

  private AddressForm() {}

  /** What was typed, without what people and programs put around an address. */
  public static String tidy(String typed) {
    return TypedText.address(typed);
  }

  /** What is wrong with a tidy text and what to do; empty for an address. */
  public static String complaint(String text) {
    if (text.isEmpty()) return "Give an address: 0x and 40 hexadecimal digits.";
    if (text.matches("[A-Za-z][A-Za-z0-9-]*:.*")) {
      return "Give the address alone, from its 0x on, and choose its chain beside it.";
    }
    if (!text.startsWith("0x")) {
      return "An address begins with 0x, and 40 hexadecimal digits follow.";
    }
    String digits = text.substring(2);
    if (!digits.matches("[0-9a-fA-F]*")) {
      return "After 0x an address has only the digits 0 to 9 and the letters a to f.";
    }
    if (digits.length() == 64) {
      return "That is a transaction’s hash, or a key: an address has 40 digits after 0x. Never"
          + " paste a private key anywhere.";
    }
    if (digits.length() != DIGITS) {
      return "An address has 40 digits after 0x; this has " + digits.length() + ".";
    }
    return Address.isChecksummed(text)
        ? ""
        : "A letter is mistyped: the checksum in the upper and lower case does not fit. Copy the"
            + " address again, or give it in lower case if you are sure of every digit.";
  }
}
