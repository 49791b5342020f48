package org.sumscan.api.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.LedgerTotals;

/** Says how far the index is and how much is in it. */
@RestController("statusInterface")
class StatusApiController {

  private final Coverage coverage;
  private final Samples samples;

  StatusApiController(Coverage coverage, Samples samples) {
    this.coverage = coverage;
    this.samples = samples;
  }

  /**
   * Everything.
   *
   * @param models how many are listed
   * @param samples how many they have
   * @param claims how many refunds and reports they have
   */
  record Status(List<Chain> chains, long models, long samples, long claims) {}

  /**
   * One chain.
   *
   * @param headBlock the newest block that a node has shown; null before the first
   * @param indexedTo the last block up to which nothing is missing; null while there is none
   */
  record Chain(
      String name,
      long chainId,
      long firstBlock,
      @Nullable Long headBlock,
      @Nullable Long headTime,
      @Nullable Long finalizedBlock,
      @Nullable Long indexedTo,
      @Nullable Long indexedTime,
      List<Gap> gaps,
      long lag,
      long rewinds,
      long quarantined,
      @Nullable String error,
      @Nullable String halted) {

    static Chain of(ChainState state) {
      return new Chain(
          state.name(),
          state.chain().value(),
          state.firstBlock(),
          state.head(),
          state.headTime(),
          state.finalized(),
          state.indexedTo(),
          state.indexedTime(),
          state.gaps().stream().map(gap -> new Gap(gap.from(), gap.to())).toList(),
          state.lag(),
          state.epoch(),
          state.quarantined(),
          state.error(),
          state.halted());
    }
  }

  /** Blocks that are not indexed, both ends included. */
  record Gap(long from, long to) {}

  @GetMapping("/api/v1/status")
  Status status() {
    LedgerTotals totals = samples.totals();
    return new Status(
        coverage.states().stream().map(Chain::of).toList(),
        totals.models(),
        totals.samples(),
        totals.claims());
  }
}
