package org.sumscan.transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.Hash32;

/** Finds what took a transaction's place: whatever else its sender sent with the same nonce. */
@Component
class Replacements {

  /** Blocks that one look reads at most. */
  static final int BLOCKS_A_LOOK = 64;

  /** Blocks before the newest in which it is sought at all. */
  static final int MOST_BLOCKS = 512;

  private static final Duration DOUBT = Duration.ofMinutes(1);

  private final Clock clock;

  Replacements(Clock clock) {
    this.clock = clock;
  }

  /**
   * The state of a transaction in no block if its nonce is used up; null if it is not, or if what
   * used it up is still being sought.
   *
   * @param sender who sent it, and by which nonce: as a node has shown, or as was announced
   */
  @Nullable TransactionProgress look(
      ChainNode node, Hash32 hash, TransactionProgress known, Address sender, long nonce) {
    BlockHeader head = node.head();
    if (node.nonce(sender, null) <= nonce) return null;
    // It may have come into a block since it was asked for.
    if (node.outcome(hash).isPresent()) return known;
    if (isStillReplaced(node, known)) return settled(node, known);
    return sought(node, hash, known, sender, nonce, head.number());
  }

  private static boolean isStillReplaced(ChainNode node, TransactionProgress known) {
    return known.replacedBy() != null && node.outcome(known.replacedBy()).isPresent();
  }

  private static TransactionProgress settled(ChainNode node, TransactionProgress known) {
    Long in = known.replacedIn();
    return in != null && node.finalized().number() >= in ? known.done() : known;
  }

  private TransactionProgress sought(
      ChainNode node,
      Hash32 hash,
      TransactionProgress known,
      Address sender,
      long nonce,
      long head) {
    long scanned = known.scannedTo() == null ? head : known.scannedTo();
    // A reorganisation may have put it a little below what was read before.
    long from = Math.max(Math.max(0, head - MOST_BLOCKS), scanned - BLOCKS_A_LOOK / 2);
    long to = Math.min(head, from + BLOCKS_A_LOOK);
    for (long number = from; number <= to; number++) {
      ChainTransaction found = inBlock(node, number, sender, nonce);
      if (found != null && found.hash().equals(hash)) return known;
      if (found != null) return replaced(known, found, sender, number);
    }
    if (to < head) return known.scanned(to);
    return notFound(known.scanned(to), () -> isUsedForGood(node, sender, nonce));
  }

  private static boolean isUsedForGood(ChainNode node, Address sender, long nonce) {
    try {
      return node.nonce(sender, node.finalized().block()) > nonce;
    } catch (NodeFault pruned) {
      return false;
    }
  }

  /** A node may show a nonce a moment before the block that used it: that alone proves nothing. */
  private TransactionProgress notFound(TransactionProgress known, BooleanSupplier isUsedForGood) {
    Instant now = clock.instant();
    Instant since = known.missingSince() == null ? now : known.missingSince();
    Duration gone = Duration.between(since, now);
    if (gone.compareTo(DOUBT) < 0) return known.absent(since);
    TransactionProgress replaced =
        known
            .replaced(
                TransactionState.REPLACED,
                null,
                null,
                "Another transaction of the same account took its place.")
            .absent(since);
    boolean settled =
        gone.compareTo(TransactionTracker.GIVEN_UP) >= 0 || isUsedForGood.getAsBoolean();
    return settled ? replaced.done() : replaced;
  }

  private static @Nullable ChainTransaction inBlock(
      ChainNode node, long number, Address sender, long nonce) {
    Optional<List<ChainTransaction>> block =
        node.block(number).flatMap(header -> node.transactionsOf(header.block()));
    return block.orElse(List.of()).stream()
        .filter(each -> each.nonce() == nonce && each.from().equals(sender))
        .findFirst()
        .orElse(null);
  }

  private static TransactionProgress replaced(
      TransactionProgress known, ChainTransaction by, Address sender, long number) {
    boolean cancels = sender.equals(by.to()) && by.input().length == 0;
    return known.replaced(
        cancels ? TransactionState.CANCELLED : TransactionState.REPLACED,
        by.hash(),
        number,
        cancels
            ? "Its sender cancelled it in the wallet."
            : "Another transaction of the same account took its place.");
  }
}
