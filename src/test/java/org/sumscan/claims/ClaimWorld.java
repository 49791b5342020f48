package org.sumscan.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.KnownMechanism;
import org.sumscan.incentive.Mechanism;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.Samples;
import org.sumscan.replay.ReplayWorld;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import tools.jackson.databind.JsonNode;

/**
 * A model under some rules on a real chain, indexed and replayed, with the claims on top. Its waits
 * are 100, 200 and 300 seconds; its owner is the first account where the rules know one.
 */
final class ClaimWorld implements AutoCloseable {

  static final ChainId CHAIN = new ChainId(31337);
  static final long[] YES = {4};
  static final long[] NO = {5};

  private static final String PLENTY = "0x400000";
  private static final long DEPOSIT = 4_000_000;

  final Anvil anvil;
  final ReplayWorld world;
  final DeployedModel model;

  private ClaimWorld(Anvil anvil, ReplayWorld world, DeployedModel model) {
    this.anvil = anvil;
    this.world = world;
    this.model = model;
  }

  static ClaimWorld of(Mechanism rules) {
    Anvil anvil = Anvil.start();
    return through(anvil, anvil.url(), rules);
  }

  /** The same, the node spoken to at another address. */
  static ClaimWorld through(Anvil anvil, URI node, Mechanism rules) {
    ReplayWorld world = new ReplayWorld(anvil, node, 50, "claims");
    DeployedModel model = deploy(anvil, rules);
    world.index(model.id());
    ClaimWorld claims = new ClaimWorld(anvil, world, model);
    claims.catchUp();
    return claims;
  }

  private static DeployedModel deploy(Anvil anvil, Mechanism rules) {
    KnownMechanism known = KnownMechanism.of(rules);
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, known.version()));
    return switch (known) {
      case STAKEABLE_1 -> OriginalsKit.stakeable(anvil, kit);
      case POINTS_1 -> OriginalsKit.points(anvil, kit);
      case STAKEABLE_2 -> DeployedModel.of(anvil, kit);
      case POINTS_2 -> points(anvil, kit);
    };
  }

  private static DeployedModel points(Anvil anvil, ModelKit kit) {
    Address classifier = DeployedModel.classifier(anvil, kit);
    Address handler = anvil.deploy(Artifact.of("DataHandler64"));
    Address owner = anvil.accounts().getFirst();
    Address mechanism =
        anvil.deploy(Artifact.of("Points64"), Abi.tuple(List.of(100, 200, 300, owner)));
    Address trainer =
        anvil.deploy(
            Artifact.of("CollaborativeTrainer64"),
            Abi.tuple(List.of("Points", "For tests", "none", handler, mechanism, classifier)));
    DeployedModel model = new DeployedModel(anvil, trainer, classifier, handler, mechanism);
    model.handOver();
    return model;
  }

  Address account(int index) {
    return anvil.accounts().get(index);
  }

  <T> T get(Class<T> type) {
    return world.get(type);
  }

  void catchUp() {
    world.catchUp();
  }

  /** The newest block's time. */
  long now() {
    return Long.decode(
        anvil.call("eth_getBlockByNumber", "latest", false).get("timestamp").asString());
  }

  void nextAt(long time) {
    anvil.call("evm_setNextBlockTimestamp", time);
  }

  /** Makes an empty block at a time. */
  void mineAt(long time) {
    nextAt(time);
    anvil.mine(1);
  }

  /** Adds a sample at a time, and follows it. */
  Sample add(Address author, long[] features, long label, long time) {
    nextAt(time);
    byte[] input = new TrainerCall.AddData(features, new UInt64(label)).encode();
    assertThat(succeeded(send(author, input, DEPOSIT))).isTrue();
    catchUp();
    return samples().getLast();
  }

  /** Every sample, in order. */
  List<Sample> samples() {
    Samples samples = world.get(Samples.class);
    return samples.inOrder(model.id(), LogPosition.START, 1000).samples().stream()
        .map(sample -> samples.find(sample.log()).orElseThrow())
        .toList();
  }

  static byte[] input(Sample sample, boolean refund) {
    return (refund
            ? new TrainerCall.Refund(sample.features(), sample.label(), sample.addedTime())
            : new TrainerCall.Report(
                sample.features(), sample.label(), sample.addedTime(), sample.sender()))
        .encode();
  }

  /** Sends a transaction with plenty of gas and answers its receipt, whatever came of it. */
  JsonNode send(Address from, byte[] input, long wei) {
    return send(from, model.trainer(), input, BigInteger.valueOf(wei), PLENTY);
  }

  JsonNode send(Address from, Address to, byte[] input, BigInteger wei, String gas) {
    Map<String, String> transaction = new TreeMap<>();
    transaction.put("from", from.toString());
    transaction.put("to", to.toString());
    transaction.put("input", Hex.text(input));
    transaction.put("value", "0x" + wei.toString(16));
    transaction.put("gas", gas);
    String hash = anvil.call("eth_sendTransaction", transaction).asString();
    JsonNode receipt = anvil.call("eth_getTransactionReceipt", hash);
    for (int i = 0; i < 5000 && receipt.isNull(); i++) {
      receipt = anvil.call("eth_getTransactionReceipt", hash);
    }
    return receipt;
  }

  static boolean succeeded(JsonNode receipt) {
    return receipt.get("status").asString().equals("0x1");
  }

  /** What a claim paid by the mechanism's own event; empty for one that failed. */
  Optional<Wei> paid(JsonNode receipt) {
    for (JsonNode log : receipt.get("logs")) {
      if (!Address.of(log.get("address").asString()).equals(model.mechanism())) continue;
      List<Hash32> topics = List.of(Hash32.of(log.at("/topics/0").asString()));
      byte[] data = Hex.bytes(log.get("data").asString());
      if (EventDecoder.decode(topics, data) instanceof EventDecoding.Decoded(var event)) {
        if (event instanceof ContractEvent.Refunded(var to, Wei amount)) return Optional.of(amount);
        if (event instanceof ContractEvent.Reported(var to, Wei amount)) return Optional.of(amount);
      }
    }
    return Optional.empty();
  }

  /** Whether a call would succeed at the newest block, by that block's time. */
  boolean succeedsNow(Address from, byte[] input) {
    Map<String, String> transaction =
        Map.of(
            "from", from.toString(),
            "to", model.trainer().toString(),
            "input", Hex.text(input),
            "gas", PLENTY);
    try {
      anvil.call("eth_call", transaction, "latest");
      return true;
    } catch (IllegalStateException reverted) {
      return false;
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
