package org.sumscan.transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.TransactionOutcome;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.coverage.Coverage;

/** Looks once what has become of a transaction. */
@Component
class TransactionTracker {

  /** After so long without any node knowing it, a transaction counts as dropped. */
  static final Duration FORGOTTEN = Duration.ofMinutes(30);

  /** After so long nobody looks any more. */
  static final Duration GIVEN_UP = Duration.ofDays(1);

  private final Acceptance acceptance;
  private final Replacements replacements;
  private final Failures failures;
  private final Coverage coverage;
  private final Clock clock;

  TransactionTracker(
      Acceptance acceptance,
      Replacements replacements,
      Failures failures,
      Coverage coverage,
      Clock clock) {
    this.acceptance = acceptance;
    this.replacements = replacements;
    this.failures = failures;
    this.coverage = coverage;
    this.clock = clock;
  }

  /**
   * What is known of it now.
   *
   * @return empty if it is none that is followed
   */
  Optional<TransactionProgress> look(
      ChainNode node, SubmittedTransaction announced, TransactionProgress before) {
    Optional<TransactionOutcome> outcome = node.outcome(announced.hash());
    Optional<ChainTransaction> transaction = Optional.empty();
    TransactionProgress known = before;
    if (before.sender() == null || outcome.isEmpty()) {
      transaction = node.transaction(announced.hash());
    }
    if (before.sender() == null && transaction.isPresent()) {
      TransactionProgress signed =
          signed(announced, before, transaction.get(), outcome.isPresent());
      if (signed == null) return Optional.empty();
      known = signed;
    }
    if (outcome.isPresent()) return included(node, announced, known, outcome.get());
    return Optional.of(outside(node, announced, known, transaction.isPresent()));
  }

  private @Nullable TransactionProgress signed(
      SubmittedTransaction announced,
      TransactionProgress before,
      ChainTransaction transaction,
      boolean included) {
    boolean direct = acceptance.isDirect(announced, transaction);
    if (!direct && !included && !acceptance.mayBeBatch(announced, transaction)) return null;
    return before.signedBy(transaction.from(), transaction.nonce(), direct);
  }

  private Optional<TransactionProgress> included(
      ChainNode node,
      SubmittedTransaction announced,
      TransactionProgress known,
      TransactionOutcome outcome) {
    BlockRef block = outcome.block();
    boolean direct = known.isDirect();
    boolean ours = direct || outcome.succeeded() && acceptance.tells(announced, outcome);
    boolean failedBatch = !outcome.succeeded() && known.state() != TransactionState.UNKNOWN;
    if (!ours && !failedBatch) return Optional.empty();
    boolean isFinal = node.finalized().number() >= block.number();
    if (!outcome.succeeded()) {
      TransactionProgress reverted = reverted(node, announced, known, outcome);
      return Optional.of(isFinal ? reverted.done() : reverted);
    }
    if (!coverage.holds(announced.chain(), block)) {
      return Optional.of(known.plain(TransactionState.INCLUDED, block));
    }
    return Optional.of(
        known.plain(isFinal ? TransactionState.FINAL : TransactionState.INDEXED, block));
  }

  private TransactionProgress reverted(
      ChainNode node,
      SubmittedTransaction announced,
      TransactionProgress known,
      TransactionOutcome outcome) {
    boolean same =
        known.state() == TransactionState.REVERTED && outcome.block().equals(known.block());
    return same ? known : failures.explained(node, announced.hash(), known, outcome);
  }

  private TransactionProgress outside(
      ChainNode node, SubmittedTransaction announced, TransactionProgress known, boolean waiting) {
    Address sender = known.sender() != null ? known.sender() : announced.account();
    // Where no node has shown it, what the wallet said of it is all that there is.
    Long nonce = known.sender() != null ? known.nonce() : announced.nonce();
    if (nonce != null) {
      TransactionProgress replaced =
          replacements.look(node, announced.hash(), known, sender, nonce);
      if (replaced != null) return replaced;
      known = known.scanned(node.head().number());
    }
    BlockRef was = known.block();
    if (was != null) {
      return known.troubled(
          TransactionState.REORGED,
          null,
          "The chain was reorganised: block " + was.number() + " that held it is no more.",
          "Usually it comes into another block by itself; this page tells when.");
    }
    if (!waiting) return missing(known);
    return known.state() == TransactionState.REORGED
        ? known
        : known.plain(TransactionState.SENT, null);
  }

  private TransactionProgress missing(TransactionProgress known) {
    Instant now = clock.instant();
    Instant since = known.missingSince() == null ? now : known.missingSince();
    Duration gone = Duration.between(since, now);
    if (gone.compareTo(FORGOTTEN) < 0) {
      if (known.state() == TransactionState.REORGED) return known.absent(since);
      return known.missing(
          TransactionState.UNKNOWN,
          since,
          "No node shows this transaction at the moment.",
          "Wait a moment; if it stays so, look into the wallet.");
    }
    boolean seen = known.sender() != null;
    TransactionProgress dropped =
        known.missing(
            TransactionState.DROPPED,
            since,
            seen
                ? "No node has known this transaction for half an hour."
                : "No node has ever shown this transaction: it was replaced or cancelled in the"
                    + " wallet before it got about, or never sent.",
            "Look into the wallet; if it is not there either, start again.");
    return gone.compareTo(GIVEN_UP) < 0 ? dropped : dropped.done();
  }
}
