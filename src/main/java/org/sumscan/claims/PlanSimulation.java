package org.sumscan.claims;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.Simulation;
import org.sumscan.chain.SimulationResult;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.claims.Plan.Dropped;
import org.sumscan.claims.Plan.Step;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.Wei;

/** Tries a plan's claims out in order, and leaves out those that fail or do not pay. */
@Component
class PlanSimulation {

  private static final int MOST_ROUNDS = 4;
  private static final Comparator<PlannedClaim> REFUNDS_FIRST =
      Comparator.comparing(act -> act.isRefund() ? 0 : 1);

  private final Drafting drafting;

  PlanSimulation(Drafting drafting) {
    this.drafting = drafting;
  }

  /**
   * Makes a plan.
   *
   * @param dropped what was left out before; grows
   * @param mustPay whether claims that cost more than they pay are left out
   */
  Plan plan(
      SimulationBlock simulated,
      List<PlannedClaim> acts,
      List<Dropped> dropped,
      boolean mustPay,
      int limit) {
    List<PlannedClaim> ordered = bestFirst(acts, simulated);
    if (ordered.size() > limit) {
      ordered.subList(limit, ordered.size()).forEach(act -> drop(act, tooMany(limit), dropped));
      ordered = new ArrayList<>(ordered.subList(0, limit));
    }
    // Sorted once by what each is worth: what gas it takes depends a little on those before it.
    Round tried = round(simulated, ordered, dropped);
    ordered = bestFirst(tried.kept(), simulated);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<PlannedClaim> asked = bounded(simulated, ordered, dropped, mustPay);
      tried = round(simulated, asked, dropped);
      ordered = tried.kept();
      if (ordered.size() == asked.size()) {
        return planned(simulated, ordered, dropped, tried.chained());
      }
    }
    ordered.forEach(act -> drop(act, restless(), dropped));
    return planned(simulated, List.of(), dropped, tried.chained());
  }

  private record Round(boolean chained, List<PlannedClaim> kept) {}

  private Round round(SimulationBlock simulated, List<PlannedClaim> acts, List<Dropped> dropped) {
    if (acts.isEmpty()) return new Round(true, acts);
    List<SimulatedCall> calls = new ArrayList<>();
    for (PlannedClaim act : acts) {
      SimulatedCall call = Drafting.call(simulated, act.of(), act.mode());
      calls.add(act.gas() == 0 ? call : call.withGas(Drafting.limit(act.gas(), simulated)));
    }
    Simulation simulation = simulated.tryOut(calls);
    List<PlannedClaim> kept = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      PlannedClaim act = acts.get(i);
      SimulationResult result = simulation.outcomes().get(i);
      Wei paid = Drafting.paid(result, act.of(), act.mode());
      if (!result.succeeded()) {
        drop(act, ClaimRefusals.to(RevertReason.of(result.output())), dropped);
      } else if (result.logs() != null && !act.amount().equals(paid)) {
        drop(act, ClaimRefusals.difference(act.amount(), paid), dropped);
      } else {
        kept.add(act.used(result.gasUsed().orElse(simulated.mostGas())));
      }
    }
    return new Round(simulation.chained(), kept);
  }

  /** Without what does not pay, and as many of the first as may be in one transaction together. */
  private static List<PlannedClaim> bounded(
      SimulationBlock simulated, List<PlannedClaim> acts, List<Dropped> dropped, boolean mustPay) {
    List<PlannedClaim> kept = new ArrayList<>();
    long gas = 0;
    for (PlannedClaim act : acts) {
      long needed = Drafting.limit(act.gas(), simulated);
      if (mustPay && act.net(simulated).signum() <= 0) {
        drop(act, doesNotPay(), dropped);
      } else if (gas + needed > simulated.mostGas()) {
        drop(act, tooMuchGas(), dropped);
      } else {
        gas += needed;
        kept.add(act);
      }
    }
    return kept;
  }

  private static List<PlannedClaim> bestFirst(List<PlannedClaim> acts, SimulationBlock simulated) {
    Comparator<PlannedClaim> best =
        Comparator.comparing((PlannedClaim act) -> act.net(simulated)).reversed();
    List<PlannedClaim> ordered = new ArrayList<>(acts);
    ordered.sort(REFUNDS_FIRST.thenComparing(best));
    return ordered;
  }

  private Plan planned(
      SimulationBlock simulated, List<PlannedClaim> acts, List<Dropped> dropped, boolean chained) {
    List<Step> steps = new ArrayList<>();
    Wei total = Wei.ZERO;
    long gas = 0;
    BigInteger net = BigInteger.ZERO;
    for (PlannedClaim act : acts) {
      steps.add(step(act, simulated));
      total = total.plus(act.amount());
      gas += act.gas();
      net = net.add(act.net(simulated));
    }
    return new Plan.Planned(
        simulated.asOf(), chained, List.copyOf(steps), List.copyOf(dropped), total, gas, net);
  }

  private Step step(PlannedClaim act, SimulationBlock simulated) {
    long limit = Drafting.limit(act.gas(), simulated);
    return new Step(
        act.of().sample().log(),
        act.mode(),
        act.amount(),
        act.gas(),
        act.net(simulated),
        drafting.transaction(simulated, act.of(), act.mode(), act.amount(), limit));
  }

  private static void drop(PlannedClaim act, Reason why, List<Dropped> dropped) {
    dropped.add(new Dropped(act.of().sample().log(), why));
  }

  private static Reason tooMany(int limit) {
    return new Reason(
        "too-many", "At most " + limit + " claims fit in one go.", "Claim this one next time.");
  }

  private static Reason tooMuchGas() {
    return new Reason(
        "too-much-gas",
        "Together with the claims before it, it would need more gas than a transaction may have.",
        "Claim this one next time.");
  }

  private static Reason doesNotPay() {
    return new Reason(
        "does-not-pay",
        "The network's fee is higher than what it pays.",
        "Wait for a lower fee, or select it yourself to claim it all the same.");
  }

  private static Reason restless() {
    return new Reason(
        "restless", "Trials on our node end differently each time.", "Try again in a moment.");
  }
}
