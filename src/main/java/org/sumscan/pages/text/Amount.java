package org.sumscan.pages.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.sumscan.kernel.Wei;

/**
 * Money on a page: in ETH, rounded down to four significant digits for the eye, and exact in wei
 * beside it.
 *
 * @param shown such as {@code 0.0123} or, where something was cut off, {@code ≈ 0.0123}
 * @param exact the whole amount in ETH
 * @param wei the number of wei in decimal digits
 */
public record Amount(String shown, String exact, String wei, boolean zero) {

  private static final BigDecimal LEAST = new BigDecimal("0.000001");

  /** Shows an amount of wei. */
  public static Amount of(Wei wei) {
    BigDecimal whole = new BigDecimal(wei.amount(), 18);
    String shown;
    if (wei.isZero()) {
      shown = "0";
    } else if (whole.compareTo(LEAST) < 0) {
      shown = "< 0.000001";
    } else {
      BigDecimal near = whole.round(new MathContext(4, RoundingMode.DOWN));
      String digits = near.stripTrailingZeros().toPlainString();
      shown = near.compareTo(whole) == 0 ? digits : "≈ " + digits;
    }
    return new Amount(shown, wei.toEth(), wei.toString(), wei.isZero());
  }
}
