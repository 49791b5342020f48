package org.sumscan.ledger.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;

/**
 * How far the index of a chain has come.
 *
 * @param head the newest block that a node has shown; null before the first
 * @param headTime when that block was made, in seconds since 1970
 * @param headSeenAt when it was seen first
 * @param indexedTo the last block up to which every block was read; null while there is none
 * @param indexedTime when that block was made, in seconds since 1970
 * @param gaps blocks from the first to the head that are not indexed, in order
 * @param reorgCount how many reorgs the chain had
 * @param levels how sure it is that nothing is missing, up to which block
 * @param trouble what is wrong
 * @param quarantined how many logs of listed models could not be read
 */
public record ChainState(
    ChainId chain,
    String name,
    long firstBlock,
    @Nullable Long head,
    @Nullable Long headTime,
    @Nullable Instant headSeenAt,
    @Nullable Long finalized,
    @Nullable Long indexedTo,
    @Nullable Long indexedTime,
    List<BlockRange> gaps,
    long reorgCount,
    Levels levels,
    Trouble trouble,
    long quarantined) {

  /** The most blocks that the index may be behind for someone to sign by it. */
  public static final long MOST_BLOCKS_BEHIND = 10;

  /** The most seconds, by the blocks' own times, that it may be behind for that. */
  public static final long MOST_SECONDS_BEHIND = 120;

  ChainState withGaps(List<BlockRange> found) {
    return new ChainState(
        chain,
        name,
        firstBlock,
        head,
        headTime,
        headSeenAt,
        finalized,
        indexedTo,
        indexedTime,
        found,
        reorgCount,
        levels,
        trouble,
        quarantined);
  }

  /** Why its index has stopped for good; null while it has not. */
  public @Nullable String halted() {
    return trouble.halted();
  }

  /** What went wrong last; null when the last step went well. */
  public @Nullable String error() {
    return trouble.error();
  }

  /** When that was. */
  public @Nullable Instant errorAt() {
    return trouble.errorAt();
  }

  /** How many blocks the index is behind the head; all of them while nothing is indexed. */
  public long lag() {
    if (head == null) return 0;
    return Math.max(0, head - (indexedTo == null ? firstBlock - 1 : indexedTo));
  }

  /**
   * Why nobody should sign anything by what is indexed of the chain: it is halted, or more than 10
   * blocks or 120 seconds behind the head; empty where it is fresh.
   */
  public Optional<String> refusesSigning() {
    if (halted() != null) return Optional.of("The index of this chain has stopped.");
    if (head == null || indexedTo == null)
      return Optional.of("Nothing of this chain is indexed yet.");
    if (lag() > MOST_BLOCKS_BEHIND || lagSeconds() > MOST_SECONDS_BEHIND) {
      return Optional.of(
          "The index is %d blocks and %d seconds behind the chain.".formatted(lag(), lagSeconds()));
    }
    return Optional.empty();
  }

  /**
   * How many seconds lie between the last indexed block and the head; 0 while either is unknown.
   */
  public long lagSeconds() {
    return headTime == null || indexedTime == null ? 0 : Math.max(0, headTime - indexedTime);
  }
}
