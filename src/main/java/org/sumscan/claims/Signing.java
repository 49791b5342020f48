package org.sumscan.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.SimulationResult;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.Simulation;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.Wei;

/**
 * Drafts a claim for a wallet to sign: only when our own verdict and the node's simulation of the
 * very transaction agree, to the wei.
 */
@Service
public class Signing {

  private final ClaimContexts cases;
  private final Drafting drafting;
  private final IndexFreshness freshness;

  Signing(ClaimContexts cases, Drafting drafting, IndexFreshness freshness) {
    this.cases = cases;
    this.drafting = drafting;
    this.freshness = freshness;
  }

  /** Drafts an account's claim from a sample, or says why it should not be signed now. */
  public Draft draft(LogRef sample, Address account, ClaimMode mode) {
    try {
      Optional<ClaimContext> found = cases.of(sample, account);
      return found.isEmpty() ? new Draft.NotIndexed() : draft(found.get(), mode);
    } catch (UnavailableException unsayable) {
      return new Draft.Refused(
          new Reason("unavailable", unsayable.sentence(), "Try again in a moment."), null);
    }
  }

  private Draft draft(ClaimContext of, ClaimMode mode) {
    Optional<Reason> halted = freshness.halted(of.model().id().chain());
    if (halted.isPresent()) return new Draft.Refused(halted.get(), of.asOf());
    try {
      SimulationBlock stage = SimulationBlock.of(cases.node(of.model().id().chain()));
      return freshness
          .objection(of.asOf(), stage)
          .<Draft>map(reason -> new Draft.Refused(reason, of.asOf()))
          .orElseGet(() -> judged(of, mode, stage));
    } catch (NodeFault fault) {
      return new Draft.Refused(
          new Reason(
              "node-unavailable",
              "The chain's node does not answer, so nothing can be tried out.",
              "Try again in a moment."),
          of.asOf());
    }
  }

  private Draft judged(ClaimContext of, ClaimMode mode, SimulationBlock stage) {
    Optional<JudgedMode> verdict = of.sheet(stage.time()).mode(mode);
    if (verdict.isEmpty()) {
      return refused(
          stage,
          "no-such-way",
          "This model knows no such claim: " + mode.wireName() + ".",
          "Choose another claim.");
    }
    JudgedMode judged = verdict.get();
    Wei amount = judged.amount();
    if (!judged.allowed() || amount == null) {
      return new Draft.Refused(Objections.to(judged), stage.asOf());
    }
    return tried(of, mode, amount, stage);
  }

  private Draft tried(ClaimContext of, ClaimMode mode, Wei amount, SimulationBlock stage) {
    SimulatedCall whole = Drafting.call(stage, of, mode);
    Simulation first = stage.tryOut(List.of(whole));
    Reason against = objection(first, of, mode, amount, stage);
    if (against != null) return new Draft.Refused(against, stage.asOf());
    long used = first.outcomes().getFirst().gasUsed().orElse(0);
    long limit = used == 0 ? stage.mostGas() : Drafting.limit(used, stage);
    Simulation second = stage.tryOut(List.of(whole.withGas(limit)));
    against = objection(second, of, mode, amount, stage);
    if (against != null) return new Draft.Refused(against, stage.asOf());
    return new Draft.Signable(
        stage.asOf(),
        amount,
        used,
        JudgedMode.net(amount, used, stage.gasPrice()),
        drafting.transaction(stage, of, mode, amount, limit));
  }

  private @Nullable Reason objection(
      Simulation trials, ClaimContext of, ClaimMode mode, Wei amount, SimulationBlock stage) {
    SimulationResult trial = trials.outcomes().getFirst();
    if (!trial.succeeded()) return Objections.to(RevertReason.of(trial.output()));
    Wei paid = trial.logs() == null ? atHead(of, mode, stage) : Drafting.paid(trial, of, mode);
    return amount.equals(paid) ? null : Objections.difference(amount, paid);
  }

  /** Where the node does not tell what was paid, the contracts are asked for what decides it. */
  private static @Nullable Wei atHead(ClaimContext of, ClaimMode mode, SimulationBlock stage) {
    OnChain contracts = new OnChain(stage.node(), of.model(), stage.head().block());
    ClaimContext now =
        new ClaimContext(
            of.model(),
            of.sample(),
            of.account(),
            stage.asOf(),
            contracts.books(of.sample(), of.account()),
            contracts.opinion(of.sample().features()));
    return now.sheet(stage.time())
        .mode(mode)
        .filter(JudgedMode::allowed)
        .map(JudgedMode::amount)
        .orElse(null);
  }

  private static Draft refused(SimulationBlock stage, String code, String sentence, String remedy) {
    return new Draft.Refused(new Reason(code, sentence, remedy), stage.asOf());
  }
}
