package org.sumscan.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Check;
import org.sumscan.incentive.ClaimRules;
import org.sumscan.incentive.Condition;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.ModelAnswer;
import org.sumscan.incentive.Verdict;
import org.sumscan.incentive.Way;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;

/** All that the claims of one account from one sample depend on, at one block. */
record ClaimContext(
    Model model,
    Sample sample,
    Address account,
    AsOf asOf,
    HandlerSnapshot snapshot,
    Opinion opinion) {

  /** The same after the account had more samples of its own refunded. */
  ClaimContext afterRefunds(int more) {
    return new ClaimContext(model, sample, account, asOf, snapshot.afterRefunds(more), opinion);
  }

  /**
   * Judges every mode.
   *
   * @param now the time of the block that they are judged in, in seconds since 1970
   */
  ClaimSheet sheet(long now) {
    List<JudgedMode> modes = new ArrayList<>();
    for (Verdict verdict : verdicts(now)) modes.add(judged(verdict, now));
    return new ClaimSheet(
        asOf,
        sample,
        account,
        snapshot.sample().claimable(),
        opinion.label(),
        snapshot.source(),
        opinion.source(),
        List.copyOf(modes));
  }

  /** Of each mode, in the order of {@link ClaimMode}. */
  private List<Verdict> verdicts(long now) {
    ModelAnswer answer = opinion.on(sample.label());
    List<Verdict> all = new ArrayList<>();
    all.add(ClaimRules.refund(mechanism(), snapshot.sample(), snapshot.claimant(), answer, now));
    all.addAll(
        ClaimRules.reportWays(mechanism(), snapshot.sample(), snapshot.claimant(), answer, now)
            .reversed());
    all.sort((one, other) -> ClaimMode.of(one.way()).compareTo(ClaimMode.of(other.way())));
    return all;
  }

  private Mechanism mechanism() {
    return new Mechanism(
        model.incentiveRules(), model.waits(), model.claimOwner(), snapshot.totalGood());
  }

  private JudgedMode judged(Verdict verdict, long now) {
    ClaimMode mode = ClaimMode.of(verdict.way());
    List<JudgedCondition> conditions = new ArrayList<>();
    verdict.conditions().forEach(condition -> conditions.add(JudgedCondition.of(condition)));
    boolean shares = sharesArePaid(verdict.way(), now);
    if (verdict.way() == Way.SHARE && model.incentiveRules().hasDeposits()) {
      conditions.addFirst(JudgedCondition.sharesArePaid(shares));
    }
    boolean allowed = verdict instanceof Verdict.Allowed && shares;
    Long from = allowed ? null : opening(verdict, now);
    return new JudgedMode(
        mode, allowed, amount(verdict, from), from, List.copyOf(conditions), null, null, null);
  }

  /** Whether the contract would look at shares at all: not once the claimant may take all. */
  private boolean sharesArePaid(Way way, long now) {
    if (way != Way.SHARE || !model.incentiveRules().hasDeposits()) return true;
    return verdicts(now).stream()
        .filter(other -> other.way() == Way.OWNER || other.way() == Way.ANYONE)
        .noneMatch(ClaimContext::takesAll);
  }

  private static boolean takesAll(Verdict verdict) {
    return verdict.conditions().stream()
        .filter(each -> each.check() == Check.WAIT_IS_OVER || each.check() == Check.IS_OWNER)
        .allMatch(Condition::holds);
  }

  private @Nullable Long opening(Verdict verdict, long now) {
    OptionalLong opens = verdict.opensAt();
    if (opens.isEmpty() || opens.getAsLong() <= now) return null;
    return sharesArePaid(verdict.way(), opens.getAsLong()) ? opens.getAsLong() : null;
  }

  private @Nullable Wei amount(Verdict verdict, @Nullable Long from) {
    if (verdict instanceof Verdict.Allowed(var way, Wei amount, var conditions)) return amount;
    if (from == null) return null;
    return verdicts(from).stream()
        .filter(later -> later.way() == verdict.way())
        .filter(Verdict.Allowed.class::isInstance)
        .map(later -> ((Verdict.Allowed) later).amount())
        .findFirst()
        .orElse(null);
  }
}
