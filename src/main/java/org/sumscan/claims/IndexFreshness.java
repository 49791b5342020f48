package org.sumscan.claims;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;

/** Says whether the index is near enough to the chain for someone to sign by it. */
@Component
class IndexFreshness {

  private static final String WAIT =
      "Wait until the index has caught up; the status page shows how far it is.";

  private final ChainProgress progress;
  private final Coverage coverage;

  IndexFreshness(ChainProgress progress, Coverage coverage) {
    this.progress = progress;
    this.coverage = coverage;
  }

  /** Why nobody should sign by what was read at a block; empty where nothing speaks against it. */
  Optional<Reason> objection(AsOf asOf, SimulationBlock simulated) {
    long blocks = simulated.head().number() - asOf.block().number();
    long seconds = blocks <= 0 ? 0 : simulated.head().time() - asOf.time();
    if (blocks > ChainState.MOST_BLOCKS_BEHIND || seconds > ChainState.MOST_SECONDS_BEHIND) {
      return Optional.of(
          new Reason(
              "stale",
              "Our index is %s behind the chain (%s)."
                  .formatted(counted(blocks, "block"), counted(seconds, "second")),
              WAIT));
    }
    if (blocks < 0) {
      return Optional.of(
          new Reason(
              "stale", "Our node is behind what we have indexed.", "Try again in a moment."));
    }
    if (!isCanonical(asOf, simulated)) {
      return Optional.of(
          new Reason(
              "reorganised",
              "The chain has just replaced its newest blocks.",
              "Try again in a moment, once our index has followed."));
    }
    return Optional.empty();
  }

  private static String counted(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static boolean isCanonical(AsOf asOf, SimulationBlock simulated) {
    return simulated
        .node()
        .block(asOf.block().number())
        .filter(block -> block.block().equals(asOf.block()))
        .isPresent();
  }

  /** Why nobody should sign anything on a chain; empty while its index goes on. */
  Optional<Reason> halted(ChainId chain) {
    return progress
        .halted(chain)
        .map(
            why ->
                new Reason(
                    "halted",
                    "The index of this chain has stopped: " + why.replaceFirst("[.…]?$", "."),
                    "Ask whoever runs this site to look at it; nothing is lost."));
  }

  /** The block up to which a chain's index is complete. */
  Optional<AsOf> indexed(ChainId chain) {
    return coverage
        .state(chain)
        .flatMap(
            state ->
                coverage
                    .completeBlock(chain)
                    .filter(block -> state.indexedTime() != null)
                    .map(
                        block ->
                            new AsOf(
                                block, java.util.Objects.requireNonNull(state.indexedTime()))));
  }
}
