package org.sumscan.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.sumscan.chain.NodeFault;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.claims.Plan.Dropped;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;

/**
 * Plans many claims of one account: refunds first, since they can unlock shares and never lower
 * another claim, then the reports that pay best; tried out in that order.
 */
@Service
public class Plans {

  /** The most claims of one plan. */
  public static final int MOST = 50;

  /** So many are looked at to find those that pay. */
  private static final int LOOKED_AT = 3 * MOST;

  private final ClaimContexts contexts;
  private final Candidates candidates;
  private final IndexFreshness freshness;
  private final PlanSimulation simulation;

  Plans(
      ClaimContexts contexts,
      Candidates candidates,
      IndexFreshness freshness,
      PlanSimulation simulation) {
    this.contexts = contexts;
    this.candidates = candidates;
    this.freshness = freshness;
    this.simulation = simulation;
  }

  /** Plans claims from everything that pays the account on a chain. */
  public Plan everything(ChainId chain, Address account, int limit) {
    return plan(chain, account, candidates.of(chain, account, LOOKED_AT), true, limit);
  }

  /** Plans claims from samples that the account chose, at most {@value #MOST} of one chain. */
  public Plan chosen(ChainId chain, Address account, List<LogRef> samples, int limit) {
    return plan(chain, account, samples, false, limit);
  }

  private Plan plan(
      ChainId chain, Address account, Collection<LogRef> samples, boolean mustPay, int limit) {
    Optional<Reason> halted = freshness.halted(chain);
    if (halted.isPresent()) return new Plan.Refused(halted.get(), null);
    try {
      SimulationBlock simulated = SimulationBlock.of(contexts.node(chain));
      List<Dropped> dropped = new ArrayList<>();
      List<ClaimContext> found = found(samples, account, dropped);
      Optional<Plan> stale =
          found.stream()
              .map(ClaimContext::asOf)
              .min(Comparator.comparing(asOf -> asOf.block().number()))
              .or(() -> freshness.indexed(chain))
              .flatMap(
                  asOf ->
                      freshness
                          .objection(asOf, simulated)
                          .map(reason -> new Plan.Refused(reason, asOf)));
      if (stale.isPresent()) return stale.get();
      List<PlannedClaim> acts = acts(found, simulated, dropped);
      return simulation.plan(simulated, acts, dropped, mustPay, limit);
    } catch (NodeFault fault) {
      return new Plan.Refused(
          new Reason(
              "node-unavailable",
              "The chain's node does not answer, so nothing can be tried out.",
              "Try again in a moment."),
          null);
    } catch (UnavailableException unavailable) {
      return new Plan.Refused(
          new Reason("unavailable", unavailable.sentence(), "Try again in a moment."), null);
    }
  }

  private List<ClaimContext> found(
      Collection<LogRef> samples, Address account, List<Dropped> dropped) {
    List<ClaimContext> found = new ArrayList<>();
    for (LogRef sample : new LinkedHashSet<>(samples)) {
      try {
        contexts
            .of(sample, account)
            .ifPresentOrElse(
                found::add, () -> dropped.add(new Dropped(sample, ClaimRefusals.notIndexed())));
      } catch (UnavailableException unavailable) {
        Reason why = new Reason("unavailable", unavailable.sentence(), "Try again in a moment.");
        dropped.add(new Dropped(sample, why));
      }
    }
    return found;
  }

  /** The best claim on each sample, once the refunds before it are counted. */
  private static List<PlannedClaim> acts(
      List<ClaimContext> found, SimulationBlock simulated, List<Dropped> dropped) {
    List<PlannedClaim> acts = new ArrayList<>();
    List<ClaimContext> others = new ArrayList<>();
    Map<ModelId, Integer> refunds = new HashMap<>();
    for (ClaimContext of : found) {
      Optional<JudgedMode> refund = of.judge(ClaimKind.REFUND, simulated.time());
      if (refund.isPresent() && refund.get().allowed()) {
        acts.add(act(of, refund.get()));
        refunds.merge(of.model().id(), 1, Integer::sum);
      } else {
        others.add(of);
      }
    }
    for (ClaimContext of : others) {
      ClaimContext then = of.afterRefunds(refunds.getOrDefault(of.model().id(), 0));
      List<JudgedMode> modes = then.sheet(simulated.time()).modes();
      modes.stream()
          .filter(JudgedMode::allowed)
          .map(mode -> act(then, mode))
          .max(Comparator.comparing(PlannedClaim::amount))
          .ifPresentOrElse(
              acts::add, () -> dropped.add(new Dropped(of.sample().log(), reason(then, modes))));
    }
    return acts;
  }

  private static PlannedClaim act(ClaimContext of, JudgedMode mode) {
    return new PlannedClaim(of, mode.mode(), mode.amount() == null ? Wei.ZERO : mode.amount(), 0);
  }

  /** Why nothing can be claimed: of an own sample its refund, of any other its share. */
  private static Reason reason(ClaimContext of, List<JudgedMode> modes) {
    boolean own = of.account().equals(of.sample().sender());
    ClaimKind nearest = own ? ClaimKind.REFUND : ClaimKind.REPORT_SHARE;
    return modes.stream()
        .filter(mode -> mode.mode() == nearest)
        .findFirst()
        .map(ClaimRefusals::to)
        .orElseThrow();
  }
}
