package org.sumscan.claims;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.accuracy.ReplayJournal;
import org.sumscan.accuracy.ReplayProgress;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.claims.ClaimSheet.Source;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Prediction;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimFacts;
import org.sumscan.ledger.claims.ClaimFactsReader;
import org.sumscan.ledger.search.Samples;

/** Reads what the index and the replay know of a claim, in one snapshot of the database. */
@Component
class IndexedClaimReader {

  private final Samples samples;
  private final ClaimFactsReader claimFacts;
  private final Models models;
  private final ReplayJournal journal;

  IndexedClaimReader(
      Samples samples, ClaimFactsReader claimFacts, Models models, ReplayJournal journal) {
    this.samples = samples;
    this.claimFacts = claimFacts;
    this.models = models;
    this.journal = journal;
  }

  /**
   * What is known.
   *
   * @param asOf the block up to which the index is complete; null where there is none
   * @param snapshot null where the index cannot be certain of it
   * @param opinion null where the replay has not reached that block
   */
  record Known(
      Model model,
      Sample sample,
      @Nullable AsOf asOf,
      @Nullable HandlerSnapshot snapshot,
      @Nullable PredictedLabel opinion) {}

  /** What is known of a sample and an account; empty for a sample that is not indexed. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Known> of(LogRef log, Address account) {
    Sample sample = samples.find(log).orElse(null);
    ClaimFacts facts = claimFacts.of(log, account).orElse(null);
    if (sample == null || facts == null) return Optional.empty();
    return models.find(sample.model()).map(model -> known(model, sample, account, facts));
  }

  private Known known(Model model, Sample sample, Address account, ClaimFacts facts) {
    AsOf asOf = facts.complete() == null ? null : new AsOf(facts.complete(), facts.completeTime());
    boolean fromTheStart =
        model
            .creation()
            .filter(creation -> creation.block().number() >= facts.firstBlock())
            .isPresent();
    boolean certain = fromTheStart && facts.doubt() == null && sample.addedTime().fitsLong();
    return new Known(
        model,
        sample,
        asOf,
        certain ? snapshot(sample, account, facts) : null,
        fromTheStart && !facts.missing() ? opinion(sample, facts) : null);
  }

  private static HandlerSnapshot snapshot(Sample sample, Address account, ClaimFacts facts) {
    ClaimTotals claims = sample.claims();
    RecordedSample written =
        new RecordedSample(
            sample.sender(),
            sample.addedTime().longValueExact(),
            sample.deposit(),
            sample.deposit().minus(claims.paid().min(sample.deposit())),
            (long) claims.refunds() + claims.reports(),
            claims.reports() > 0);
    Claimant claimant =
        new Claimant(account, facts.claimedBefore(), BigInteger.valueOf(facts.valid()));
    return new HandlerSnapshot(written, claimant, BigInteger.valueOf(facts.good()), Source.INDEX);
  }

  private @Nullable PredictedLabel opinion(Sample sample, ClaimFacts facts) {
    ReplayProgress progress = journal.progress(sample.model()).orElse(null);
    if (progress == null
        || progress.difference() != null
        || progress.reorgsSeen() != facts.reorgCount()
        || progress.state().samples() != facts.samples()) {
      return null;
    }
    return opinion(progress, sample.features());
  }

  private static PredictedLabel opinion(ReplayProgress progress, long[] features) {
    return switch (progress.state().classifier().predict(features)) {
      case Prediction.Label(UInt64 label) -> new PredictedLabel(label, Source.INDEX);
      case Prediction.Rejected rejected -> new PredictedLabel(null, Source.INDEX);
    };
  }
}
