package org.sumscan.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/**
 * An address that someone wants to be judged, and what has been found out about it so far.
 *
 * @param address as it was given: a stranger's text of at most 100 characters, no address perhaps
 * @param discovered whether it was seen on its chain, and nobody asked
 * @param verdict the worst of the checks; null while it goes on
 * @param reason why it ended before all was checked; null where it did not
 * @param checks those that are made, in order
 * @param planned how many there are to be; 0 before it has begun
 */
public record Validation(
    UUID id,
    ChainId chain,
    String address,
    boolean discovered,
    @Nullable CheckVerdict verdict,
    @Nullable String reason,
    Instant requestedAt,
    @Nullable Instant endedAt,
    List<CheckResult> checks,
    int planned) {

  public Validation {
    checks = List.copyOf(checks);
  }

  /** Whether there is more to come. */
  public boolean isRunning() {
    return verdict == null;
  }

  /** Whether the model may be listed, once its warnings are accepted. */
  public boolean permitsListing() {
    return verdict == CheckVerdict.PASSED || verdict == CheckVerdict.WARNING;
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

  /** The same to be shown without any stranger's words. */
  public Validation redacted() {
    List<CheckResult> silent = checks.stream().map(CheckResult::redacted).toList();
    return new Validation(
        id, chain, address, discovered, verdict, reason, requestedAt, endedAt, silent, planned);
  }
}
