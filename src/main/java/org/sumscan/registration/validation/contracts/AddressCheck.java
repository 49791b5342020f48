package org.sumscan.registration.validation.contracts;

import org.sumscan.kernel.Address;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the text is an address, and its checksum (EIP-55) right. */
final class AddressCheck implements ValidationCheck {

  @Override
  public String id() {
    return "address";
  }

  @Override
  public boolean needsAddress() {
    return false;
  }

  @Override
  public Finding look(Subject subject) {
    String text = subject.given();
    if (!subject.isAddress()) {
      return Finding.failed(
          "“" + text + "” is not an address.",
          "Give 0x and 40 hexadecimal digits, as a block explorer or a wallet shows them.");
    }
    Address address = Address.of(text);
    if (!Address.isChecksummed(text)) {
      return Finding.failed(
          "The checksum in the upper and lower case of "
              + text
              + " is wrong: a letter is mistyped.",
          "Copy the address again. If you are sure of every digit, give it in lower case: "
              + address.lowerCase()
              + ".");
    }
    return Finding.passed(
        text.equals(address.toString())
            ? "It is an address, and its checksum is right."
            : "It is an address without a checksum, so a mistyped digit would not show. With its"
                + " checksum it reads "
                + address
                + ".");
  }
}
