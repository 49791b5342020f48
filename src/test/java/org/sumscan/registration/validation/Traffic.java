package org.sumscan.registration.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import tools.jackson.databind.JsonNode;

/** Adds samples to a model and claims from them, whatever the contracts let be claimed. */
final class Traffic {

  private static final int PEOPLE = 4;

  private final DeployedModel model;
  private final ModelKit kit;
  private final Random random;
  private final Anvil chain;
  private final List<Added> added = new ArrayList<>();
  private int claims;

  Traffic(DeployedModel model, ModelKit kit, Random random) {
    this.model = model;
    this.kit = kit;
    this.random = random;
    this.chain = model.chain();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Added(int author, long[] features, UInt64 label, UInt256 time) {
    TrainerCall refund() {
      return new TrainerCall.Refund(features, label, time);
    }

    TrainerCall report(Address by) {
      return new TrainerCall.Report(features, label, time, by);
    }
  }

  /** How many claims succeeded. */
  int claims() {
    return claims;
  }

  /** Adds so many samples, and tries to claim from some after each. */
  void run(int samples) {
    for (int i = 0; i < samples; i++) {
      add(random.nextInt(PEOPLE), kit.sample(random), random.nextInt(2));
      chain.increaseTime(20 + random.nextInt(60));
      chain.mine(1);
      for (int tries = 0; tries < 3; tries++) tryToClaim();
    }
  }

  private void add(int author, long[] features, long label) {
    JsonNode receipt = chain.receipt(model.add(author, features, label));
    added.add(new Added(author, features, new UInt64(label), time(receipt)));
  }

  private UInt256 time(JsonNode receipt) {
    String block = receipt.get("blockNumber").asString();
    JsonNode header = chain.call("eth_getBlockByNumber", block, false);
    return UInt256.of(Long.decode(header.get("timestamp").asString()));
  }

  private void tryToClaim() {
    Added sample = added.get(random.nextInt(added.size()));
    int claimant = random.nextInt(PEOPLE);
    boolean own = random.nextBoolean();
    TrainerCall call = own ? sample.refund() : sample.report(chain.accounts().get(sample.author()));
    int account = own ? sample.author() : claimant;
    if (!succeeds(account, call)) return;
    chain.receipt(model.claim(account, call));
    claims++;
  }

  /** Asked first, since a failure too would leave its traces in this node's storage. */
  private boolean succeeds(int account, TrainerCall call) {
    try {
      Map<String, String> transaction =
          Map.of(
              "from", chain.accounts().get(account).toString(),
              "to", model.trainer().toString(),
              "data", Hex.text(call.encode()));
      chain.call("eth_call", transaction, "latest");
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  /** In one block; there must be no waits. */
  void equalSamplesWithARefundBetween() {
    long[] features = kit.sample(random);
    long label = DeployedModel.predict(chain, model.classifier(), features, "latest");
    long now = Long.decode(newest().get("timestamp").asString()) + 50;
    chain.automine(false);
    List<Hash32> sent = new ArrayList<>();
    sent.add(model.add(1, features, label));
    UInt256 then = UInt256.of(now);
    sent.add(model.claim(1, new TrainerCall.Refund(features, new UInt64(label), then)));
    sent.add(model.add(1, features, label));
    chain.call("evm_setNextBlockTimestamp", "0x" + Long.toHexString(now));
    chain.mine(1);
    chain.automine(true);
    sent.forEach(chain::receipt);
  }

  private JsonNode newest() {
    return chain.call("eth_getBlockByNumber", "latest", false);
  }

  /** Adds a sample and refunds it, as a wallet that is a contract. */
  void claimThroughAnotherContract() {
    Address wallet = chain.deploy(Artifact.forTests("Forwarder"));
    long[] features = kit.sample(random);
    long label = DeployedModel.predict(chain, model.classifier(), features, "latest");
    TrainerCall addition = new TrainerCall.AddData(features, new UInt64(label));
    UInt256 then = time(forward(wallet, addition, 4_000_000));
    chain.increaseTime(150);
    chain.mine(1);
    forward(wallet, new TrainerCall.Refund(features, new UInt64(label), then), 0);
  }

  private JsonNode forward(Address wallet, TrainerCall call, long wei) {
    byte[] input = Abi.call("forward(address,bytes[])", model.trainer(), List.of(call.encode()));
    return chain.execute(
        Map.of(
            "from", chain.accounts().getFirst().toString(),
            "to", wallet.toString(),
            "input", Hex.text(input),
            "value", "0x" + Long.toHexString(wei),
            "gas", "0x1000000"));
  }
}
