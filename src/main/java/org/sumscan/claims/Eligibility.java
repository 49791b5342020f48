package org.sumscan.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.SimulationResult;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;

/** Says what an account can claim from a sample, and why not. */
@Service
public class Eligibility {

  private final ClaimContexts contexts;
  private final Drafting drafting;

  Eligibility(ClaimContexts contexts, Drafting drafting) {
    this.contexts = contexts;
    this.drafting = drafting;
  }

  /**
   * Judges every mode as of the block up to which the index is complete, by that block's time, and
   * says what gas the allowed ones would use now.
   */
  public Judgement judge(LogRef sample, Address account) {
    try {
      Optional<ClaimContext> found = contexts.of(sample, account);
      if (found.isEmpty()) return new Judgement.NotIndexed();
      ClaimSheet sheet = found.get().sheet(found.get().asOf().time());
      return new Judgement.Judged(drafted(found.get(), sheet));
    } catch (UnavailableException unavailable) {
      return new Judgement.Unanswered(unavailable.sentence());
    }
  }

  /** Without estimates where no node gives any: the verdict stands without them. */
  private ClaimSheet drafted(ClaimContext of, ClaimSheet sheet) {
    if (sheet.modes().stream().noneMatch(JudgedMode::allowed)) return sheet;
    try {
      SimulationBlock simulated = SimulationBlock.of(contexts.node(of.model().id().chain()));
      List<JudgedMode> modes = new ArrayList<>();
      for (JudgedMode mode : sheet.modes()) {
        modes.add(mode.allowed() ? drafted(of, mode, simulated) : mode);
      }
      return new ClaimSheet(
          sheet.asOf(),
          sheet.sample(),
          sheet.account(),
          sheet.claimable(),
          sheet.prediction(),
          sheet.snapshot(),
          sheet.answer(),
          List.copyOf(modes));
    } catch (NodeFault | UnavailableException silent) {
      return sheet;
    }
  }

  private JudgedMode drafted(ClaimContext of, JudgedMode mode, SimulationBlock simulated) {
    SimulationResult result =
        simulated.tryOut(List.of(Drafting.call(simulated, of, mode.mode()))).outcomes().getFirst();
    OptionalLong used = result.gasUsed();
    if (!result.succeeded() || used.isEmpty() || mode.amount() == null) return mode;
    long gas = used.getAsLong();
    return mode.drafted(
        gas,
        simulated.gasPrice(),
        drafting.transaction(
            simulated, of, mode.mode(), mode.amount(), Drafting.limit(gas, simulated)));
  }
}
