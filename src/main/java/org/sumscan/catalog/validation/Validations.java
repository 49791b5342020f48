package org.sumscan.catalog.validation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.ChainId;

/** The addresses that were or are to be judged, and the queue of those that wait. */
@Repository
@Transactional
public class Validations {

  private final ValidationRows rows;
  private final Clock clock;

  Validations(ValidationRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Queues an address.
   *
   * @param address as it was given, at most 100 characters
   * @param client who asks; null for nobody, where it was discovered
   */
  public UUID add(ChainId chain, String address, @Nullable ClientMark client) {
    return rows.save(new ValidationRow(chain, address, client, clock.instant())).id();
  }

  /** The one of an address that has not ended yet. */
  @Transactional(readOnly = true)
  public Optional<UUID> unfinished(ChainId chain, String address) {
    return rows.unfinished(chain.value(), address);
  }

  /** How many have not ended yet. */
  @Transactional(readOnly = true)
  public int unfinished() {
    return rows.countUnfinished();
  }

  /** How many a client has asked for since a moment. */
  @Transactional(readOnly = true)
  public int asked(ClientMark client, Instant since) {
    return rows.countByClientAndRequestedAtAfter(client.hash(), since);
  }

  /** One validation with its checks so far. */
  @Transactional(readOnly = true)
  public Optional<Validation> find(UUID id) {
    return rows.findById(id).map(ValidationRow::snapshot);
  }

  /** The newest validation of an address, in whatever case it was written. */
  @Transactional(readOnly = true)
  public Optional<Validation> latest(ChainId chain, String address) {
    return rows.latest(chain.value(), address).map(ValidationRow::snapshot);
  }

  /**
   * Takes the validation that has waited longest, those that someone asked for first, or one whose
   * turn was not renewed in time; what an earlier turn has found is forgotten.
   *
   * @param planned how many checks there are to be
   * @param askedAlone whether those that nobody asked for are left to others
   */
  public Optional<ValidationTurn> take(Duration lease, int planned, boolean askedAlone) {
    Instant now = clock.instant();
    return rows.lockNext(now, askedAlone).map(row -> row.begin(planned, now.plus(lease)));
  }

  /**
   * Adds a check and renews the turn.
   *
   * @return false if the turn was lost to someone else, and nothing is added
   */
  public boolean add(ValidationTurn turn, CheckResult check, Duration lease) {
    Optional<ValidationRow> ours = lock(turn);
    ours.ifPresent(row -> row.add(check, clock.instant().plus(lease)));
    return ours.isPresent();
  }

  /**
   * Ends a validation, if the turn is still ours.
   *
   * @param reason why not all was checked; null where all was
   */
  public void end(ValidationTurn turn, CheckVerdict verdict, @Nullable String reason) {
    lock(turn).ifPresent(row -> row.end(verdict, reason, clock.instant()));
  }

  /** Gives a validation back, to be begun anew by whoever takes it next. */
  public void giveBack(ValidationTurn turn) {
    lock(turn).ifPresent(ValidationRow::giveBack);
  }

  /** Forgets what ended before a moment and led to no listing. */
  public void forget(Instant before) {
    rows.forget(before);
  }

  /** Its row, locked; nothing if the turn has gone to another instance. */
  private Optional<ValidationRow> lock(ValidationTurn turn) {
    return rows.lock(turn.id()).filter(row -> row.isIn(turn));
  }
}
