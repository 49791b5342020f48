package org.sumscan.learning;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How one sample changes the squared magnitude of a centroid, as the originals round it. */
final class SquaredChange {

  private static final int WORD_BITS = 256;

  private final Sum128 before = new Sum128();
  private final Sum128 after = new Sum128();
  private BigInteger wideBefore = BigInteger.ZERO;
  private BigInteger wideAfter = BigInteger.ZERO;

  /** One value, the bits of a {@code uint64}, takes the place of another. */
  void replace(long valueBefore, long valueAfter) {
    if ((valueBefore | valueAfter) >>> 32 == 0) {
      before.addProduct(valueBefore, valueBefore);
      after.addProduct(valueAfter, valueAfter);
    } else {
      wideBefore = wideBefore.add(EvmIntegers.unsigned(valueBefore).pow(2));
      wideAfter = wideAfter.add(EvmIntegers.unsigned(valueAfter).pow(2));
    }
  }

  /**
   * {@code ⌊(magnitude − Σ before²)·n²/(next² mod 2⁶⁴)⌋ + Σ after²}, or null where the contract
   * reverts; the divisor must not be 0.
   */
  @Nullable BigInteger applyTo(BigInteger magnitude, long n, long next) {
    BigInteger kept = magnitude.subtract(before.value()).subtract(wideBefore);
    if (kept.signum() < 0) return null;
    BigInteger product = kept.multiply(EvmIntegers.unsigned(n).pow(2));
    if (product.bitLength() > WORD_BITS) return null;
    BigInteger result =
        product.divide(EvmIntegers.unsigned(next * next)).add(after.value()).add(wideAfter);
    return result.bitLength() > WORD_BITS ? null : result;
  }
}
