package org.sumscan.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.ModelStates;
import org.sumscan.catalog.Model;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.encoding.Encoding;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.learning.Prediction;

/** Asks a model what it says now: the contract itself, and the state that the replay arrived at. */
@Service
public class ModelAnswers {

  /** The most features that a question may have. */
  public static final int MOST_FEATURES = Encoding.MOST_FEATURES;

  private final Chains chains;
  private final ModelStates states;

  ModelAnswers(Chains chains, ModelStates states) {
    this.chains = chains;
    this.states = states;
  }

  /**
   * What the contract answers at its chain's newest block.
   *
   * @throws InvalidQuestion if there are more features than a question may have
   */
  public Answer onChain(Model model, long[] features) {
    requireBounded(features);
    return ask(model, features, null);
  }

  /**
   * What both answer, and whether these answers can be true at once.
   *
   * @throws InvalidQuestion if there are more features than a question may have
   */
  public BothAnswers both(Model model, long[] features) {
    Answer contract = onChain(model, features);
    Answer replay = replayed(model, features);
    return new BothAnswers(contract, replay, agreement(model, features, contract, replay));
  }

  private Agreement agreement(Model model, long[] features, Answer contract, Answer replay) {
    Agreement now = Agreement.of(contract, replay);
    if (now != Agreement.DIFFERENT) return now;
    // The contract may only have learnt since: it is asked again as of the replay's last sample.
    Optional<ModelState> state = states.latest(model.id());
    Hash32 hash = state.map(ModelState::blockHash).orElse(null);
    if (state.isEmpty() || hash == null) return Agreement.UNKNOWN;
    BlockRef block = new BlockRef(state.get().position().block(), hash);
    return switch (Agreement.of(ask(model, features, block), replay)) {
      case EQUAL, LATER -> Agreement.LATER;
      case DIFFERENT -> Agreement.DIFFERENT;
      case UNKNOWN -> Agreement.UNKNOWN;
    };
  }

  /** At a block, or at the newest one. */
  private Answer ask(Model model, long[] features, @Nullable BlockRef at) {
    Optional<ChainNode> node = chains.node(model.id().chain());
    if (node.isEmpty()) {
      return new Answer.Unavailable("No node of this model's chain is connected.");
    }
    try {
      BlockRef block = at == null ? node.get().head().block() : at;
      CallResult result =
          node.get()
              .call(
                  model.parts().classifier(),
                  ContractFunction.PREDICT.call((Object) features),
                  block);
      return read(result, block.number());
    } catch (NodeFault fault) {
      return new Answer.Unavailable("The chain's node did not answer.");
    }
  }

  /**
   * What the replayed model answers, as of the block of the last sample that it learnt.
   *
   * @throws InvalidQuestion if there are more features than a question may have
   */
  public Answer replayed(Model model, long[] features) {
    requireBounded(features);
    Optional<ModelState> state = states.latest(model.id());
    if (state.isEmpty()) {
      return new Answer.Unavailable("This model is not replayed, or not yet.");
    }
    long block = Math.max(0, state.get().position().block());
    return switch (state.get().classifier().predict(features)) {
      case Prediction.Label(var label) -> new Answer.Label(label, block);
      case Prediction.Rejected(var reason) -> new Answer.Refused(reason.sentence(), block);
    };
  }

  private static Answer read(CallResult result, long block) {
    return switch (result) {
      case CallResult.Reverted reverted ->
          new Answer.Refused("the contract does not take these features", block);
      case CallResult.Returned(byte[] data) ->
          ReturnValues.uint64(data)
              .<Answer>map(label -> new Answer.Label(label, block))
              .orElseGet(() -> new Answer.Unavailable("The contract's answer is no class."));
    };
  }

  private static void requireBounded(long[] features) {
    if (features.length > MOST_FEATURES) {
      throw new InvalidQuestion(
          "A question has at most " + MOST_FEATURES + " features, not " + features.length + ".");
    }
  }
}
