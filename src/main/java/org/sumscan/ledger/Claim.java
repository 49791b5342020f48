package org.sumscan.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;

/**
 * A refund or a report that a listed model's own incentive mechanism announced.
 *
 * @param blockTime when its block was made, in seconds since 1970
 * @param amount what was paid, nothing under points
 * @param sample the sample that was claimed from; null where it is not known for certain
 */
public record Claim(
    Kind kind,
    ModelId model,
    LogRef log,
    LogPosition position,
    long blockTime,
    Address claimant,
    Wei amount,
    @Nullable LogRef sample) {

  /** What a claim does. */
  public enum Kind {
    /** The author of a sample took their deposit back. */
    REFUND,
    /** Someone was rewarded for finding a sample bad. */
    REPORT;

    /** As it is stored. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What is stored as that text. */
    public static Kind named(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
