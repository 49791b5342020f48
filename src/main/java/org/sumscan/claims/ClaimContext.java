package org.sumscan.claims;

import java.util.Optional;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.ClaimState;
import org.sumscan.incentive.MechanismState;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.ledger.Sample;

/** All that the claims of one account from one sample depend on, at one block. */
record ClaimContext(
    Model model,
    Sample sample,
    Address account,
    AsOf asOf,
    HandlerSnapshot snapshot,
    PredictedLabel opinion) {

  /** The context after the account has had more samples of its own refunded. */
  ClaimContext afterRefunds(int more) {
    return new ClaimContext(model, sample, account, asOf, snapshot.afterRefunds(more), opinion);
  }

  /**
   * Judges every kind of claim that the model's rules know.
   *
   * @param now the time of the block that they are judged in, in seconds since 1970
   */
  ClaimSheet sheet(long now) {
    return new ClaimSheet(
        asOf,
        sample,
        account,
        snapshot.sample().claimable(),
        opinion.label(),
        snapshot.source(),
        opinion.source(),
        model.mechanism().claimKinds().stream().map(kind -> judged(kind, now)).toList());
  }

  /**
   * Judges one kind of claim; empty where the model's rules do not know it.
   *
   * @param now the time of the block that it is judged in, in seconds since 1970
   */
  Optional<JudgedMode> judge(ClaimKind kind, long now) {
    return model.mechanism().claimKinds().contains(kind)
        ? Optional.of(judged(kind, now))
        : Optional.empty();
  }

  private JudgedMode judged(ClaimKind kind, long now) {
    return JudgedMode.of(state().judge(kind, now));
  }

  private ClaimState state() {
    return new ClaimState(
        new MechanismState(model.claimTerms(), model.claimOwner(), snapshot.totalGood()),
        snapshot.sample(),
        snapshot.claimant(),
        opinion.on(sample.label()));
  }
}
