package org.sumscan.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.web3j.crypto.Hash;

/**
 * The 20 bytes that name an account or a contract; two are equal whatever the case they were
 * written in.
 */
public record Address(long high, long middle, int low) implements Comparable<Address> {

  /** The number of bytes of an address. */
  public static final int BYTES = 20;

  /** The address of all zeros, which nobody holds. */
  public static final Address ZERO = new Address(0, 0, 0);

  /**
   * Reads an address in any case; a mixed-case one is taken without looking at its checksum, see
   * {@link #isChecksummed}.
   *
   * @throws IllegalArgumentException if the text is not {@code 0x} and 40 hexadecimal digits
   */
  public static Address of(String text) {
    return of(Hex.bytes(text, BYTES));
  }

  /**
   * Takes 20 bytes.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Address of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("an address has 20 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Address(buffer.getLong(), buffer.getLong(), buffer.getInt());
  }

  /** The 20 bytes, a fresh array each time. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(middle).putInt(low).array();
  }

  /** The address in lower case, {@code 0x} in front: one text for each address, good as a key. */
  public String lowerCase() {
    return Hex.text(bytes());
  }

  /** The address in the mixed case of EIP-55, which carries a checksum. */
  @Override
  public String toString() {
    String digits = lowerCase().substring(2);
    byte[] hash = Hash.sha3(digits.getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < digits.length(); i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
      char digit = digits.charAt(i);
      text.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
    }
    return text.toString();
  }

  /**
   * Whether the text is an address whose case is either uniform (no checksum) or the one of EIP-55:
   * false where a letter was mistyped.
   */
  public static boolean isChecksummed(String text) {
    Address address = of(text);
    String digits = text.substring(2);
    return digits.equals(digits.toLowerCase(java.util.Locale.ROOT))
        || digits.equals(digits.toUpperCase(java.util.Locale.ROOT))
        || text.equals(address.toString());
  }

  @Override
  public int compareTo(Address other) {
    int order = Long.compareUnsigned(high, other.high);
    if (order == 0) order = Long.compareUnsigned(middle, other.middle);
    return order == 0 ? Integer.compareUnsigned(low, other.low) : order;
  }
}
