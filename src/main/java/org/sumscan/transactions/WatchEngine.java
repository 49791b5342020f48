package org.sumscan.transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;

/** Looks after every followed transaction, the fresh ones often and the old ones seldom. */
@Component
class WatchEngine {

  private static final Logger LOG = LoggerFactory.getLogger(WatchEngine.class);
  private static final int AT_ONCE = 100;
  private static final Duration OFTEN = Duration.ofSeconds(2);
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);
  private static final Duration SELDOM = Duration.ofMinutes(2);

  private final WatchRows rows;
  private final TransactionTracker tracker;
  private final Chains chains;
  private final Clock clock;

  WatchEngine(WatchRows rows, TransactionTracker tracker, Chains chains, Clock clock) {
    this.rows = rows;
    this.tracker = tracker;
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * Looks at those that are due, up to a hundred.
   *
   * @return whether there may be more that are due
   */
  boolean step() {
    List<WatchedTransaction> due = rows.due(clock.instant(), Limit.of(AT_ONCE));
    for (WatchedTransaction row : due) look(row);
    return due.size() == AT_ONCE;
  }

  private void look(WatchedTransaction row) {
    SubmittedTransaction announced = row.submitted();
    Instant now = clock.instant();
    Optional<ChainNode> node = chains.node(announced.chain());
    try {
      if (node.isPresent()) {
        keep(row, tracker.look(node.get(), announced, row.progress()), now);
        return;
      }
    } catch (NodeFault silent) {
      LOG.debug("{} cannot be looked at: {}", announced.hash(), silent.getMessage());
    } catch (RuntimeException fault) {
      // Left as it is, it would be the first that is due again, and no other would have its turn.
      LOG.warn("{} cannot be looked at", announced.hash(), fault);
    }
    rows.postpone(row.key(), now.plus(NOW_AND_THEN));
  }

  private void keep(WatchedTransaction row, Optional<TransactionProgress> seen, Instant now) {
    SubmittedTransaction announced = row.submitted();
    if (seen.isEmpty()) {
      rows.deleteById(row.key());
      return;
    }
    TransactionProgress progress = seen.get();
    rows.keep(row.key(), progress, now, now.plus(pause(row, now)));
    follow(announced, progress, row.progress(), now);
  }

  /** A wallet that raised the fee sent another transaction for the same: it is followed too. */
  private void follow(
      SubmittedTransaction announced,
      TransactionProgress progress,
      TransactionProgress before,
      Instant now) {
    if (progress.state() != TransactionState.REPLACED
        || progress.replacedBy() == null
        || progress.replacedBy().equals(before.replacedBy())) {
      return;
    }
    SubmittedTransaction successor =
        new SubmittedTransaction(
            announced.chain(),
            progress.replacedBy(),
            announced.account(),
            announced.kind(),
            announced.sample(),
            announced.model());
    rows.add(successor, TransactionProgress.announced(now), now);
  }

  private static Duration pause(WatchedTransaction row, Instant now) {
    Duration age = Duration.between(row.sentAt(), now);
    if (age.compareTo(Duration.ofMinutes(10)) < 0) return OFTEN;
    return age.compareTo(Duration.ofHours(1)) < 0 ? NOW_AND_THEN : SELDOM;
  }
}
