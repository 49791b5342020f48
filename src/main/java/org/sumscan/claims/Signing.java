package org.sumscan.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.Simulation;
import org.sumscan.chain.SimulationResult;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.Wei;

/**
 * Drafts a claim for a wallet to sign: only when our own verdict and the node's simulation of the
 * very transaction agree, to the wei.
 */
@Service
public class Signing {

  private final ClaimContexts contexts;
  private final Drafting drafting;
  private final IndexFreshness freshness;

  Signing(ClaimContexts contexts, Drafting drafting, IndexFreshness freshness) {
    this.contexts = contexts;
    this.drafting = drafting;
    this.freshness = freshness;
  }

  /** Drafts an account's claim from a sample, or says why it should not be signed now. */
  public Draft draft(LogRef sample, Address account, ClaimKind mode) {
    try {
      Optional<ClaimContext> found = contexts.of(sample, account);
      return found.isEmpty() ? new Draft.NotIndexed() : draft(found.get(), mode);
    } catch (UnavailableException unavailable) {
      return new Draft.Refused(
          new Reason("unavailable", unavailable.sentence(), "Try again in a moment."), null);
    }
  }

  private Draft draft(ClaimContext of, ClaimKind mode) {
    Optional<Reason> halted = freshness.halted(of.model().id().chain());
    if (halted.isPresent()) return new Draft.Refused(halted.get(), of.asOf());
    try {
      SimulationBlock simulated = SimulationBlock.of(contexts.node(of.model().id().chain()));
      return freshness
          .objection(of.asOf(), simulated)
          .<Draft>map(reason -> new Draft.Refused(reason, of.asOf()))
          .orElseGet(() -> judged(of, mode, simulated));
    } catch (NodeFault fault) {
      return new Draft.Refused(
          new Reason(
              "node-unavailable",
              "The chain's node does not answer, so nothing can be tried out.",
              "Try again in a moment."),
          of.asOf());
    }
  }

  private Draft judged(ClaimContext of, ClaimKind mode, SimulationBlock simulated) {
    Optional<JudgedMode> verdict = of.judge(mode, simulated.time());
    if (verdict.isEmpty()) {
      return refused(
          simulated,
          "no-such-way",
          "This model knows no such claim: " + mode.wireName() + ".",
          "Choose another claim.");
    }
    JudgedMode judged = verdict.get();
    Wei amount = judged.amount();
    if (!judged.allowed() || amount == null) {
      return new Draft.Refused(ClaimRefusals.to(judged), simulated.asOf());
    }
    return tried(of, mode, amount, simulated);
  }

  private Draft tried(ClaimContext of, ClaimKind mode, Wei amount, SimulationBlock simulated) {
    SimulatedCall whole = Drafting.call(simulated, of, mode);
    Simulation first = simulated.tryOut(List.of(whole));
    Reason against = objection(first, of, mode, amount, simulated);
    if (against != null) return new Draft.Refused(against, simulated.asOf());
    long used = first.outcomes().getFirst().gasUsed().orElse(0);
    long limit = used == 0 ? simulated.mostGas() : Drafting.limit(used, simulated);
    Simulation second = simulated.tryOut(List.of(whole.withGas(limit)));
    against = objection(second, of, mode, amount, simulated);
    if (against != null) return new Draft.Refused(against, simulated.asOf());
    return new Draft.Signable(
        simulated.asOf(),
        amount,
        used,
        JudgedMode.net(amount, used, simulated.gasPrice()),
        drafting.transaction(simulated, of, mode, amount, limit));
  }

  private @Nullable Reason objection(
      Simulation simulation,
      ClaimContext of,
      ClaimKind mode,
      Wei amount,
      SimulationBlock simulated) {
    SimulationResult result = simulation.outcomes().getFirst();
    if (!result.succeeded()) return ClaimRefusals.to(RevertReason.of(result.output()));
    Wei paid =
        result.logs() == null ? atHead(of, mode, simulated) : Drafting.paid(result, of, mode);
    return amount.equals(paid) ? null : ClaimRefusals.difference(amount, paid);
  }

  /** Where the node does not tell what was paid, the contracts are asked for what decides it. */
  private static @Nullable Wei atHead(ClaimContext of, ClaimKind mode, SimulationBlock simulated) {
    OnChainReader contracts =
        new OnChainReader(simulated.node(), of.model(), simulated.head().block());
    ClaimContext now =
        new ClaimContext(
            of.model(),
            of.sample(),
            of.account(),
            simulated.asOf(),
            contracts.snapshot(of.sample(), of.account()),
            contracts.opinion(of.sample().features()));
    return now.judge(mode, simulated.time())
        .filter(JudgedMode::allowed)
        .map(JudgedMode::amount)
        .orElse(null);
  }

  private static Draft refused(
      SimulationBlock simulated, String code, String sentence, String remedy) {
    return new Draft.Refused(new Reason(code, sentence, remedy), simulated.asOf());
  }
}
