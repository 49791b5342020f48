package org.sumscan.replay;

import java.math.BigInteger;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.UInt256;
import org.sumscan.learning.Classifier;
import org.sumscan.ledger.coverage.Audits;

/** Asks the contract on chain what the replay claims to know. */
@Component
class ChainComparison {

  private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(256);

  private final Chains chains;
  private final Audits audits;

  ChainComparison(Chains chains, Audits audits) {
    this.chains = chains;
    this.audits = audits;
  }

  /**
   * Compares a replayed model with its contract.
   *
   * @param contract the classifier on chain
   * @param replayed the model after all samples up to the end of the block
   * @param samples some that it was taught, the latest last
   * @param at the block, by its hash, so that a reorganisation meanwhile cannot deceive
   */
  Comparison compare(
      ChainId chain,
      Address contract,
      Classifier replayed,
      Collection<long[]> samples,
      BlockRef at) {
    ChainNode node = chains.node(chain).orElse(null);
    if (node == null) return new Comparison.Unanswered("the chain is not connected");
    try {
      for (Question question : Questions.about(replayed, samples)) {
        Comparison answer = judge(question, node.call(contract, question.input(), at), at);
        if (!(answer instanceof Comparison.Equal)) return answer;
      }
      return new Comparison.Equal();
    } catch (NodeFault fault) {
      return new Comparison.Unanswered(String.valueOf(fault.getMessage()));
    }
  }

  /**
   * Compares how many samples were replayed with how many the mechanism counts; a mechanism that
   * does not answer has nothing to compare with. Where it counts others, what is indexed of the
   * chain and not proven is looked at again.
   *
   * @param samples how many there are up to the end of the block
   */
  Comparison compareCount(ChainId chain, Address mechanism, long samples, BlockRef at) {
    ChainNode node = chains.node(chain).orElse(null);
    if (node == null) return new Comparison.Unanswered("the chain is not connected");
    try {
      CallResult result = node.call(mechanism, ContractFunction.TOTAL_SUBMITTED.call(), at);
      BigInteger counted =
          result instanceof CallResult.Returned(byte[] data)
              ? ReturnValues.uint256(data).map(UInt256::value).orElse(null)
              : null;
      if (counted == null || counted.equals(BigInteger.valueOf(samples))) {
        return new Comparison.Equal();
      }
      audits.lookAgain(chain);
      return new Comparison.Different(
          "The contract counts %,d samples up to block %d, the index has %,d."
              .formatted(counted, at.number(), samples));
    } catch (NodeFault fault) {
      return new Comparison.Unanswered(String.valueOf(fault.getMessage()));
    }
  }

  private static Comparison judge(Question question, CallResult result, BlockRef at) {
    BigInteger expected = question.expected();
    return switch (result) {
      case CallResult.Returned(byte[] data) when data.length == 0 ->
          new Comparison.Unanswered("the node has no contract in block " + at.number());
      case CallResult.Returned(byte[] data) ->
          expected != null
                  && ReturnValues.uint256(data)
                      .map(UInt256::value)
                      .filter(expected.mod(WORDS)::equals)
                      .isPresent()
              ? new Comparison.Equal()
              : different(question, at);
      case CallResult.Reverted reverted when expected == null -> new Comparison.Equal();
      // Without data it may only have been too much work for the node.
      case CallResult.Reverted(byte[] data) when data.length == 0 ->
          new Comparison.Unanswered(question.what() + " reverts without a reason");
      case CallResult.Reverted reverted -> different(question, at);
    };
  }

  private static Comparison different(Question question, BlockRef at) {
    return new Comparison.Different(
        "Replay and chain differ in " + question.what() + " at block " + at.number() + ".");
  }
}
