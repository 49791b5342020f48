package org.sumscan.notes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ModelKey;

/** The record of all models; what it says was done is never changed. */
@Repository
@Transactional(readOnly = true)
public class ModelRecord {

  private final ModelRecordRows rows;
  private final Clock clock;

  ModelRecord(ModelRecordRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The latest lines of a model, the newest first. */
  public List<RecordedAction> of(ModelId model, int limit) {
    return rows.findByModelOrderByIdDesc(ModelKey.of(model), Limit.of(limit));
  }

  /** The lines of a kind that are in force for a model, the newest first. */
  public List<RecordedAction> inForce(ModelId model, ModerationAction act, int limit) {
    return rows.findByModelAndActAndInForceTrueOrderByIdDesc(
        ModelKey.of(model), act, Limit.of(limit));
  }

  /** The lines of one account and kind that are in force. */
  public Optional<RecordedAction> inForce(ModelId model, ModerationAction act, Address account) {
    return rows.findFirstByModelAndActAndAccountOrderByIdDesc(ModelKey.of(model), act, account)
        .filter(RecordedAction::inForce);
  }

  /** The owners' wishes that the operator has not decided on, the oldest first. */
  public List<RecordedAction> openWishes(int limit) {
    return rows.findByActAndInForceTrueOrderById(ModerationAction.ASK_TO_HIDE, Limit.of(limit));
  }

  /** How often an account has acted in a time up to now. */
  long countOf(Address account, Duration time) {
    return rows.countByAccountAndAtAfter(account, clock.instant().minus(time));
  }

  /**
   * Adds a line and returns it.
   *
   * @param done what was done, only with what the act needs
   */
  @Transactional
  RecordedAction add(ModelId model, Address account, Notes.Wish done) {
    return rows.save(new RecordedAction(model, clock.instant(), account, done));
  }
}
