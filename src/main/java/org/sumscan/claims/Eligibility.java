package org.sumscan.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.SimulationResult;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.Wei;

/** Says what an account can claim from a sample, and why not. */
@Service
public class Eligibility {

  private final ClaimContexts contexts;
  private final Drafting drafting;

  Eligibility(ClaimContexts contexts, Drafting drafting) {
    this.contexts = contexts;
    this.drafting = drafting;
  }

  /** What is added to the verdict on an allowed claim. */
  private interface Addition {

    JudgedMode to(ClaimContext of, JudgedMode mode, long gas, SimulationBlock simulated);
  }

  /**
   * Judges every kind of claim as of the block up to which the index is complete, by that block's
   * time, and says what gas the allowed ones would use now.
   */
  public EligibilityResult judge(LogRef sample, Address account) {
    return judge(
        sample, account, (of, mode, gas, simulated) -> mode.estimated(gas, simulated.gasPrice()));
  }

  /** Judges every kind of claim, and drafts the transactions of the allowed ones. */
  public EligibilityResult judgeAndDraft(LogRef sample, Address account) {
    return judge(sample, account, this::drafted);
  }

  private EligibilityResult judge(LogRef sample, Address account, Addition addition) {
    try {
      Optional<ClaimContext> found = contexts.of(sample, account);
      if (found.isEmpty()) return new EligibilityResult.NotIndexed();
      ClaimSheet sheet = found.get().sheet(found.get().asOf().time());
      return new EligibilityResult.Judged(simulated(found.get(), sheet, addition));
    } catch (UnavailableException unavailable) {
      return new EligibilityResult.Unanswered(unavailable.sentence());
    }
  }

  /** Without estimates where no node gives any: the verdict holds without them. */
  private ClaimSheet simulated(ClaimContext of, ClaimSheet sheet, Addition addition) {
    if (sheet.modes().stream().noneMatch(JudgedMode::allowed)) return sheet;
    try {
      SimulationBlock simulated = SimulationBlock.of(contexts.node(of.model().id().chain()));
      List<JudgedMode> modes = new ArrayList<>();
      for (JudgedMode mode : sheet.modes()) {
        modes.add(mode.allowed() ? simulated(of, mode, simulated, addition) : mode);
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

  private static JudgedMode simulated(
      ClaimContext of, JudgedMode mode, SimulationBlock simulated, Addition addition) {
    SimulationResult result =
        simulated.tryOut(List.of(Drafting.call(simulated, of, mode.mode()))).outcomes().getFirst();
    OptionalLong used = result.gasUsed();
    if (!result.succeeded() || used.isEmpty() || mode.amount() == null) return mode;
    return addition.to(of, mode, used.getAsLong(), simulated);
  }

  private JudgedMode drafted(
      ClaimContext of, JudgedMode mode, long gas, SimulationBlock simulated) {
    Wei amount = Objects.requireNonNull(mode.amount(), "an allowed claim has an amount");
    return mode.estimated(gas, simulated.gasPrice())
        .with(
            drafting.transaction(
                simulated, of, mode.mode(), amount, Drafting.limit(gas, simulated)));
  }
}
