package org.sumscan.catalog.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/**
 * The validation of an address as it was when it was read.
 *
 * @param address as it was given: a stranger's text of at most 100 characters, which may be no
 *     address
 * @param discovered whether discovery queued it, not a visitor
 * @param planned how many checks there are to be; 0 before it has begun
 * @param checks those that are made, in order
 * @param end how it ended; null while it goes on
 */
public record Validation(
    UUID id,
    ChainId chain,
    String address,
    boolean discovered,
    Instant requestedAt,
    int planned,
    List<CheckResult> checks,
    @Nullable End end) {

  public Validation {
    checks = List.copyOf(checks);
  }

  /**
   * The end of a validation.
   *
   * @param verdict the worst of the checks
   * @param reason why it ended before all was checked; null if all was
   */
  public record End(CheckVerdict verdict, @Nullable String reason, Instant at) {}

  /** The worst of the checks; null while it goes on. */
  public @Nullable CheckVerdict verdict() {
    return end == null ? null : end.verdict();
  }

  /** Why it ended before all was checked; null if all was, or while it goes on. */
  public @Nullable String reason() {
    return end == null ? null : end.reason();
  }

  /** When it ended; null while it goes on. */
  public @Nullable Instant endedAt() {
    return end == null ? null : end.at();
  }

  /** Whether there is more to come. */
  public boolean isRunning() {
    return end == null;
  }

  /** Whether the model may be listed, once its warnings are accepted. */
  public boolean permitsListing() {
    return verdict() == CheckVerdict.PASSED || verdict() == CheckVerdict.WARNING;
  }

  /** The checks that warn. */
  public List<CheckResult> warnings() {
    return checks.stream().filter(check -> check.verdict() == CheckVerdict.WARNING).toList();
  }

  /** The model that it is about; empty where the text is no address. */
  public Optional<ModelId> model() {
    try {
      return Optional.of(new ModelId(chain, Address.of(address)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** This validation without strangers' texts. */
  public Validation redacted() {
    List<CheckResult> redacted = checks.stream().map(CheckResult::redacted).toList();
    return new Validation(id, chain, address, discovered, requestedAt, planned, redacted, end);
  }
}
