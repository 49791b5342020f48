package org.sumscan.claims;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.ModelStates;
import org.sumscan.catalog.Model;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.SimulationResult;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.contracts.RevertReason;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.Getter;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.Prediction;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.ModelTotals;

/** Drafts the adding of a sample for a wallet to sign. */
@Service
public class AddDataDrafts {

  /** Within so many seconds after a sample the price is taken to be about to jump again. */
  private static final long RECENT = 3600;

  private static final int DUPLICATES_SOUGHT = 100;

  private final ClaimContexts contexts;
  private final IndexFreshness freshness;
  private final ModelStates states;
  private final Samples samples;
  private final Builds builds;

  AddDataDrafts(
      ClaimContexts contexts,
      IndexFreshness freshness,
      ModelStates states,
      Samples samples,
      Builds builds) {
    this.contexts = contexts;
    this.freshness = freshness;
    this.states = states;
    this.samples = samples;
    this.builds = builds;
  }

  /** Drafts an account's adding of a sample to a model, or says why it should not be signed now. */
  public SampleDraft draft(Model model, Address account, long[] features, UInt64 label) {
    Optional<Reason> halted = freshness.halted(model.id().chain());
    if (halted.isPresent()) return refused(halted.get(), null);
    if (label.bits() < 0 || label.bits() >= model.classNames().size()) {
      return refused(SampleRefusals.noSuchClass(label, model.classNames().size()), null);
    }
    try {
      ChainNode node = contexts.node(model.id().chain());
      SimulationBlock simulated = SimulationBlock.of(node);
      AsOf indexed = freshness.indexed(model.id().chain()).orElse(null);
      if (indexed == null) return refused(SampleRefusals.notIndexedYet(), simulated.asOf());
      Optional<Reason> stale = freshness.objection(indexed, simulated);
      if (stale.isPresent()) return refused(stale.get(), indexed);
      return predicted(new Wish(model, account, features, label), simulated, indexed);
    } catch (NodeFault fault) {
      return refused(SampleRefusals.silentNode(), null);
    } catch (UnavailableException unavailable) {
      return refused(
          new Reason("unavailable", unavailable.sentence(), "Try again in a moment."), null);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Wish(Model model, Address account, long[] features, UInt64 label) {}

  /** Goes on if the contract answers, and at the index's block the same as the replay. */
  private SampleDraft predicted(Wish wish, SimulationBlock simulated, AsOf indexed) {
    PredictedLabel onChain = at(simulated.asOf(), wish, simulated);
    if (onChain.label() == null) return refused(SampleRefusals.noAnswer(), simulated.asOf());
    PredictedLabel replayed = replayed(wish);
    if (replayed != null
        && !Objects.equals(replayed.label(), at(indexed, wish, simulated).label())) {
      return refused(SampleRefusals.twoAnswers(onChain.label()), simulated.asOf());
    }
    return priced(wish, onChain.label(), simulated);
  }

  private static PredictedLabel at(AsOf block, Wish wish, SimulationBlock simulated) {
    return new OnChainReader(simulated.node(), wish.model(), block.block())
        .opinion(wish.features());
  }

  /** What the replay answers, if it has come as far as the index. */
  private @Nullable PredictedLabel replayed(Wish wish) {
    Optional<ModelState> state = states.latest(wish.model().id());
    ModelTotals totals = samples.totals(List.of(wish.model().id())).get(wish.model().id());
    if (state.isEmpty() || totals == null || state.get().samples() != totals.samples()) return null;
    return switch (state.get().classifier().predict(wish.features())) {
      case Prediction.Label(UInt64 label) -> new PredictedLabel(label, ClaimSheet.Source.INDEX);
      case Prediction.Rejected rejected -> new PredictedLabel(null, ClaimSheet.Source.INDEX);
    };
  }

  private SampleDraft priced(Wish wish, UInt64 prediction, SimulationBlock simulated) {
    Wei price = price(wish.model(), simulated);
    Wei value = withMargin(wish.model(), price, simulated);
    Wei owned = simulated.node().balance(wish.account());
    if (owned.compareTo(value) < 0) {
      return refused(SampleRefusals.tooPoor(owned, value), simulated.asOf());
    }
    byte[] input = new TrainerCall.AddData(wish.features(), wish.label()).encode();
    SimulatedCall whole = simulated.call(wish.account(), wish.model().id().address(), input, value);
    SimulationResult first = simulated.tryOut(List.of(whole)).outcomes().getFirst();
    Reason against = objection(first, wish, price);
    if (against != null) return refused(against, simulated.asOf());
    long used = first.gasUsed().orElse(0);
    long limit = used == 0 ? simulated.mostGas() : Drafting.limit(used, simulated);
    SimulationResult second = simulated.tryOut(List.of(whole.withGas(limit))).outcomes().getFirst();
    against = objection(second, wish, price);
    if (against != null) return refused(against, simulated.asOf());
    return new SampleDraft.Signable(
        simulated.asOf(),
        price,
        prediction,
        wish.model().waits().refund(),
        duplicate(wish),
        used,
        transaction(wish, input, price, value, limit, simulated));
  }

  /** By the contract itself, for the block that comes next. */
  private static Wei price(Model model, SimulationBlock simulated) {
    if (!model.mechanism().getters().contains(Getter.NEXT_COST_AT)) return Wei.ZERO;
    byte[] question = ContractFunction.NEXT_COST_AT.call(UInt256.of(simulated.time()));
    CallResult result =
        simulated
            .node()
            .call(model.parts().incentiveMechanism(), question, simulated.head().block());
    if (result instanceof CallResult.Returned(byte[] data)) {
      return ReturnValues.uint256(data)
          .map(price -> new Wei(price.value()))
          .orElseThrow(
              () -> new UnavailableException("The model does not say what a sample costs."));
    }
    throw new UnavailableException("The model does not say what a sample costs.");
  }

  /**
   * A tenth more than the price; all that it can cost where another sample may come before, since
   * each raises the price to that. The contract gives back what is too much.
   */
  private Wei withMargin(Model model, Wei price, SimulationBlock simulated) {
    if (price.isZero()) return price;
    Wei margin =
        new Wei(price.amount().add(price.amount().divide(BigInteger.TEN)).add(BigInteger.ONE));
    Wei most = model.mechanism().price(model.costWeight(), 0, 0);
    return isRecent(model, simulated) && most.compareTo(margin) > 0 ? most : margin;
  }

  private boolean isRecent(Model model, SimulationBlock simulated) {
    ModelTotals totals = samples.totals(List.of(model.id())).get(model.id());
    Long last = totals == null ? null : totals.lastSampleTime();
    return last != null && simulated.time() - last < RECENT;
  }

  private static @Nullable Reason objection(SimulationResult result, Wish wish, Wei price) {
    if (!result.succeeded()) {
      return SampleRefusals.reverted(RevertReason.of(result.output()));
    }
    if (result.logs() == null) return null;
    Wei kept = kept(result.logs(), wish);
    return price.equals(kept) ? null : SampleRefusals.otherPrice(price, kept);
  }

  private static @Nullable Wei kept(List<SimulationResult.SimulatedLog> logs, Wish wish) {
    for (SimulationResult.SimulatedLog log : logs) {
      if (log.emitter().equals(wish.model().id().address())
          && EventDecoder.decode(log.topics(), log.data())
              instanceof EventDecoding.Decoded(ContractEvent.AddData added)
          && added.sender().equals(wish.account())) {
        return added.cost();
      }
    }
    return null;
  }

  private @Nullable LogRef duplicate(Wish wish) {
    SampleQuery own =
        SampleQuery.newest(DUPLICATES_SOUGHT).ofModel(wish.model().id()).bySender(wish.account());
    for (Sample sample : samples.search(own).samples()) {
      if (sample.label().equals(wish.label())
          && Arrays.equals(sample.features(), wish.features())) {
        return sample.log();
      }
    }
    return null;
  }

  private DraftedTransaction transaction(
      Wish wish, byte[] input, Wei price, Wei value, long gas, SimulationBlock simulated) {
    return new DraftedTransaction(
        wish.model().id().chain(),
        wish.account(),
        wish.model().id().address(),
        input,
        value,
        gas,
        words(wish, price, value),
        ContractFunction.ADD_DATA.signature(),
        builds.unknown(wish.model(), simulated.node()));
  }

  private static List<String> words(Wish wish, Wei price, Wei value) {
    List<String> words = new ArrayList<>();
    words.add(
        "Adds a sample of %s, labelled %s, to the model at %s."
            .formatted(
                SampleWords.features(wish.features().length),
                SampleWords.label(wish.model(), wish.label()),
                wish.model().id().address()));
    words.add("The sample, its label and your address become public for ever.");
    if (value.isZero()) {
      words.add("It sends no money; you pay only the network's fee.");
    } else {
      words.add(
          "It sends %s ETH. The deposit is %s ETH now; what is too much comes back at once."
              .formatted(value.toEth(), price.toEth()));
      words.add(
          "You can claim the deposit back after %s, if the model agrees with the label then."
              .formatted(span(wish.model().waits().refund())));
    }
    return List.copyOf(words);
  }

  /** Exact, in the largest unit that it is at least two of: 86,400 seconds are 24 hours. */
  static String span(long seconds) {
    if (seconds >= 172_800 && seconds % 86_400 == 0) return seconds / 86_400 + " days";
    if (seconds >= 7200 && seconds % 3600 == 0) return seconds / 3600 + " hours";
    if (seconds >= 120 && seconds % 60 == 0) return seconds / 60 + " minutes";
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  private static SampleDraft refused(Reason why, @Nullable AsOf asOf) {
    return new SampleDraft.Refused(why, asOf);
  }
}
