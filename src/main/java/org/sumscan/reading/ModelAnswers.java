package org.sumscan.reading;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.ModelStates;
import org.sumscan.catalog.Model;
import org.sumscan.chain.BlockHeader;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.learning.Prediction;

/** Asks a model what it says now: the contract itself, and the state that the replay arrived at. */
@Service
public class ModelAnswers {

  /** The most features that a question may have. */
  public static final int MOST_FEATURES = 20_000;

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
    Optional<ChainNode> node = chains.node(model.id().chain());
    if (node.isEmpty()) {
      return new Answer.Unavailable("No node of this model's chain is connected.");
    }
    try {
      BlockHeader head = node.get().head();
      CallResult result =
          node.get()
              .call(
                  model.parts().classifier(),
                  ContractFunction.PREDICT.call((Object) features),
                  head.block());
      return read(result, head.number());
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
