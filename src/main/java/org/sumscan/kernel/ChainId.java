package org.sumscan.kernel;

/**
 * The number that names a chain (EIP-155), positive and within what JSON-RPC clients take (2⁵³ −
 * 1).
 */
public record ChainId(long value) implements Comparable<ChainId> {

  private static final long LARGEST = (1L << 53) - 1;

  /**
   * @throws IllegalArgumentException if the number is not within 1 … 2⁵³ − 1
   */
  public ChainId {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(
          "a chain id lies within 1 and " + LARGEST + ", not " + value);
    }
  }

  /**
   * Reads a decimal chain id.
   *
   * @throws IllegalArgumentException if the text is not a number in range
   */
  public static ChainId of(String text) {
    try {
      return new ChainId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a chain id: " + Hex.clipped(text), e);
    }
  }

  @Override
  public int compareTo(ChainId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
