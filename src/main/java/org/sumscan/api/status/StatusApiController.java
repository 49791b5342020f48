package org.sumscan.api.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.coverage.Levels;
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

  /** One chain, what nodes and index tell written into one flat object. */
  record Chain(
      String name,
      long chainId,
      long firstBlock,
      @JsonUnwrapped NodeView node,
      @JsonUnwrapped IndexView index,
      @Nullable String error,
      @Nullable String halted) {

    static Chain of(ChainState state) {
      return new Chain(
          state.name(),
          state.chain().value(),
          state.firstBlock(),
          new NodeView(state.head(), state.headTime(), state.finalized()),
          IndexView.of(state),
          state.error(),
          state.halted());
    }
  }

  /**
   * What its nodes have shown.
   *
   * @param headBlock the newest block; null before the first
   */
  record NodeView(
      @Nullable Long headBlock, @Nullable Long headTime, @Nullable Long finalizedBlock) {}

  /**
   * What is indexed of it.
   *
   * @param indexedTo the last block up to which every block was read; null while there is none
   */
  record IndexView(
      @Nullable Long indexedTo,
      @Nullable Long indexedTime,
      List<Gap> gaps,
      long lag,
      long rewinds,
      long quarantined,
      @JsonUnwrapped ProofView proof) {

    private static IndexView of(ChainState state) {
      return new IndexView(
          state.indexedTo(),
          state.indexedTime(),
          state.gaps().stream().map(gap -> new Gap(gap.from(), gap.to())).toList(),
          state.lag(),
          state.reorgCount(),
          state.quarantined(),
          ProofView.of(state.levels()));
    }
  }

  /**
   * How sure it is that nothing is missing; what is indexed above is one endpoint's word.
   *
   * @param crossCheckedTo the last block up to which a second source agrees; null for none
   * @param provenTo the last block up to which headers and receipts prove it; null for none
   * @param doubtedBlock the first block that may hold logs which no endpoint gives; null for none
   * @param pendingClaims how many indexed claims are not tied to their samples yet
   * @param repairs how often rows were put right since an endpoint had left logs out
   */
  record ProofView(
      @Nullable Long crossCheckedTo,
      @Nullable Long provenTo,
      @Nullable Long doubtedBlock,
      long pendingClaims,
      long repairs) {

    private static ProofView of(Levels levels) {
      return new ProofView(
          levels.crossCheckedTo(),
          levels.provenTo(),
          levels.doubted(),
          levels.pendingClaims(),
          levels.repairs());
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
