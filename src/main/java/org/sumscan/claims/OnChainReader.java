package org.sumscan.claims;

import java.math.BigInteger;
import org.sumscan.catalog.Model;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.claims.ClaimSheet.Source;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.HandlerRecord;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.Sample;

/** Reads from the contracts, at a block, what the index and the replay cannot know. */
final class OnChainReader {

  private final ChainNode node;
  private final Model model;
  private final BlockRef at;

  OnChainReader(ChainNode node, Model model, BlockRef at) {
    this.node = node;
    this.model = model;
    this.at = at;
  }

  /**
   * What the data handler and the mechanism have recorded.
   *
   * @throws UnavailableException if a contract does not answer as it should
   */
  HandlerSnapshot snapshot(Sample sample, Address account) {
    HandlerRecord record =
        ReturnValues.handlerRecord(
                ask(model.parts().dataHandler(), ContractFunction.ADDED_DATA.call(sample.key())))
            .orElseThrow(OnChainReader::strange);
    if (record.sender().equals(Address.ZERO) || !record.claims().fitsLong()) {
      throw new UnavailableException("The model's data handler does not know this sample.");
    }
    RecordedSample written =
        new RecordedSample(
            record.sender(),
            record.time().longValueExact(),
            record.deposit(),
            record.claimable(),
            record.claims().longValueExact(),
            wasReported(sample));
    byte[] valid = ContractFunction.NUM_VALID.call(account);
    Claimant claimant = new Claimant(account, hasClaimed(sample, account), number(valid));
    return new HandlerSnapshot(
        written, claimant, number(ContractFunction.TOTAL_GOOD.call()), Source.CHAIN);
  }

  /** What the classifier answers. */
  PredictedLabel opinion(long[] features) {
    byte[] question = ContractFunction.PREDICT.call((Object) features);
    return switch (node.call(model.parts().classifier(), question, at)) {
      case CallResult.Reverted reverted -> new PredictedLabel(null, Source.CHAIN);
      case CallResult.Returned(byte[] data) ->
          new PredictedLabel(
              ReturnValues.uint64(data).orElseThrow(OnChainReader::strange), Source.CHAIN);
    };
  }

  /** Only handlers of some mechanisms answer it; the others' rules do not depend on it. */
  private boolean wasReported(Sample sample) {
    if (!model.mechanism().getters().contains(Getter.WAS_REPORTED)) return false;
    return yesOrNo(ContractFunction.WAS_REPORTED.call(sample.key()));
  }

  private boolean hasClaimed(Sample sample, Address account) {
    return yesOrNo(
        ContractFunction.HAS_CLAIMED.call(
            sample.features(), sample.label(), sample.addedTime(), sample.sender(), account));
  }

  private boolean yesOrNo(byte[] question) {
    return ReturnValues.bool(ask(model.parts().dataHandler(), question))
        .orElseThrow(OnChainReader::strange);
  }

  private BigInteger number(byte[] question) {
    return ReturnValues.uint256(ask(model.parts().incentiveMechanism(), question))
        .orElseThrow(OnChainReader::strange)
        .value();
  }

  private byte[] ask(Address contract, byte[] question) {
    return switch (node.call(contract, question, at)) {
      case CallResult.Returned(byte[] data) -> data;
      case CallResult.Reverted reverted -> throw strange();
    };
  }

  private static UnavailableException strange() {
    return new UnavailableException(
        "A contract of the model does not answer as one of its kind does.");
  }
}
