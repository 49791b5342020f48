package org.sumscan.transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;

/** The transactions that visitors have sent and that are followed. */
@Component
public class Transactions {

  /**
   * How many unsettled ones are followed in all, and of one account: so many that a node has shown,
   * and besides so many that none has. Anyone can make those up in another's name; they take no
   * room from the others.
   */
  static final int MOST = 10_000;

  static final int MOST_OF_AN_ACCOUNT = 100;

  /** How long, and how many of an account, settled ones are kept. */
  static final Duration KEPT = Duration.ofDays(30);

  static final int KEPT_OF_AN_ACCOUNT = 200;

  private final WatchRows rows;
  private final TransactionTracker tracker;
  private final Chains chains;
  private final ClientQuota quota;
  private final Clock clock;

  Transactions(
      WatchRows rows, TransactionTracker tracker, Chains chains, ClientQuota quota, Clock clock) {
    this.rows = rows;
    this.tracker = tracker;
    this.chains = chains;
    this.quota = quota;
    this.clock = clock;
  }

  /**
   * Follows a transaction from now on; one that no node knows yet is taken, and thrown away if it
   * then turns out not to be what was announced.
   *
   * @param client whoever announces it, for a share of the room that there is
   */
  public WatchResult watch(SubmittedTransaction announced, String client) {
    Optional<WatchedTransaction> followed = rows.find(announced.chain(), announced.hash());
    if (followed.isPresent()) return new WatchResult.Watched(followed.get());
    ChainNode node = chains.node(announced.chain()).orElse(null);
    if (node == null) {
      return new WatchResult.Refused("Sumscan does not follow chain " + announced.chain() + ".");
    }
    if (!quota.take(client)) {
      return new WatchResult.Full("Too many transactions were announced from here within an hour.");
    }
    Instant now = clock.instant();
    rows.prune(now, KEPT, announced.account(), KEPT_OF_AN_ACCOUNT);
    Optional<TransactionProgress> progress = firstLook(node, announced, now);
    if (progress.isEmpty()) {
      return new WatchResult.Refused(
          "This transaction is not a "
              + announced.kind().wireName()
              + " of this account at a listed model.");
    }
    boolean seen = progress.get().sender() != null;
    if (rows.unsettledOf(announced.account(), seen) >= MOST_OF_AN_ACCOUNT) {
      return new WatchResult.Full("Too many transactions of this account are followed already.");
    }
    if (rows.unsettled(seen) >= MOST) {
      return new WatchResult.Full("Too many transactions are followed already.");
    }
    rows.add(announced, progress.get(), now);
    return rows.find(announced.chain(), announced.hash())
        .<WatchResult>map(WatchResult.Watched::new)
        .orElseThrow();
  }

  private Optional<TransactionProgress> firstLook(
      ChainNode node, SubmittedTransaction announced, Instant now) {
    TransactionProgress announcedOnly = TransactionProgress.announced(now);
    try {
      return tracker.look(node, announced, announcedOnly);
    } catch (NodeFault silent) {
      return Optional.of(announcedOnly);
    }
  }

  /** A followed transaction. */
  public Optional<WatchedTransaction> find(ChainId chain, Hash32 hash) {
    return rows.find(chain, hash);
  }

  /**
   * The latest of an account, the newest first; without those that no node has shown yet, as anyone
   * may have made them up.
   */
  public List<WatchedTransaction> ofAccount(Address account, int limit) {
    return rows.of(account, Limit.of(limit));
  }
}
