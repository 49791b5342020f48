package org.sumscan.claims;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.SimulationResult;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;

/** Encodes the transactions of claims, and reads what their simulation paid. */
@Component
class Drafting {

  private final Builds builds;

  Drafting(Builds builds) {
    this.builds = builds;
  }

  /** A claim as it is tried out, with all the gas that it may have. */
  static SimulatedCall call(SimulationBlock simulated, ClaimContext of, ClaimKind mode) {
    return simulated.call(
        of.account(), of.model().id().address(), input(of.sample(), mode), Wei.ZERO);
  }

  /** The input of a claim's transaction. */
  private static byte[] input(Sample sample, ClaimKind mode) {
    TrainerCall call =
        mode.isRefund()
            ? new TrainerCall.Refund(sample.features(), sample.label(), sample.addedTime())
            : new TrainerCall.Report(
                sample.features(), sample.label(), sample.addedTime(), sample.sender());
    return call.encode();
  }

  /** A claim's transaction, with that gas limit. */
  DraftedTransaction transaction(
      SimulationBlock simulated, ClaimContext of, ClaimKind mode, Wei amount, long gas) {
    ContractFunction method = mode.isRefund() ? ContractFunction.REFUND : ContractFunction.REPORT;
    return new DraftedTransaction(
        of.model().id().chain(),
        of.account(),
        of.model().id().address(),
        input(of.sample(), mode),
        Wei.ZERO,
        gas,
        words(of, mode, amount),
        method.signature(),
        builds.unknown(of.model(), simulated.node()));
  }

  boolean unknownCode(Model model, SimulationBlock simulated) {
    return builds.unknown(model, simulated.node());
  }

  /**
   * The gas limit for a transaction that used so much: half as much again, since what is given back
   * at its end must be there first, and other transactions may come before it.
   */
  static long limit(long used, SimulationBlock simulated) {
    return Math.min(simulated.mostGas(), used + used / 2 + 10_000);
  }

  /** What a claim paid the account when it was tried out; null where nobody can tell. */
  static @Nullable Wei paid(SimulationResult result, ClaimContext of, ClaimKind mode) {
    if (result.logs() == null) return null;
    Address mechanism = of.model().parts().incentiveMechanism();
    for (SimulationResult.SimulatedLog log : result.logs()) {
      if (!log.emitter().equals(mechanism)) continue;
      if (EventDecoder.decode(log.topics(), log.data())
          instanceof EventDecoding.Decoded(ContractEvent event)) {
        if (mode.isRefund()
            && event instanceof ContractEvent.Refunded(Address to, Wei amount)
            && to.equals(of.account())) {
          return amount;
        }
        if (!mode.isRefund()
            && event instanceof ContractEvent.Reported(Address to, Wei amount)
            && to.equals(of.account())) {
          return amount;
        }
      }
    }
    return null;
  }

  private static List<String> words(ClaimContext of, ClaimKind mode, Wei amount) {
    Sample sample = of.sample();
    List<String> words = new ArrayList<>();
    words.add(
        mode.isRefund()
            ? "Asks the model at %s for your deposit back.".formatted(of.model().id().address())
            : "Reports a sample to the model at %s.".formatted(of.model().id().address()));
    words.add(
        "The sample has %s and is labelled %s; %s added it."
            .formatted(
                SampleWords.features(sample.features().length),
                SampleWords.label(of.model(), sample.label()),
                sample.sender().equals(of.account()) ? "you" : sample.sender()));
    words.add("It sends no money; you pay only the network's fee.");
    words.add(
        switch (of.model().mechanism().stake()) {
          case DEPOSIT ->
              "It pays you %s ETH, unless something changes before it is included."
                  .formatted(amount.toEth());
          case POINTS ->
              mode.isRefund()
                  ? "It pays nothing: this model counts points, and this sample becomes a valid"
                      + " one."
                  : "It pays nothing: this model counts points.";
        });
    return List.copyOf(words);
  }
}
