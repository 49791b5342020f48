package org.sumscan.incentive;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sumscan.contracts.SampleKey;
import org.sumscan.contracts.Topics;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.OriginalsKit;
import tools.jackson.databind.JsonNode;

/** A model on a real chain whose predictions a test sets, with samples that are claimed from. */
final class Market {

  static final Waits WAITS = new Waits(100, 300, 700);

  private final Anvil anvil;
  private final KnownMechanism rules;
  private final Address owner;
  private final Address handler;
  private final Address mechanism;
  private final Address classifier;
  private final Address trainer;
  private final List<Added> samples = new ArrayList<>();

  /** A sample as its event told it. */
  record Added(long[] data, long label, Address author, long time) {

    Hash32 key() {
      return SampleKey.of(data, new UInt64(label), UInt256.of(time), author);
    }

    private Object[] arguments() {
      return new Object[] {Arrays.stream(data).boxed().toList(), label, time};
    }
  }

  /** What came of a claim: an amount, or an error, by its selector or as a text. */
  record Outcome(Optional<Wei> paid, String error) {}

  Market(Anvil anvil, KnownMechanism rules, BigInteger costWeight, Address modelOwner) {
    this.anvil = anvil;
    this.rules = rules;
    boolean original = rules.version() == 1;
    handler = original ? OriginalsKit.handler(anvil) : deploy("DataHandler64");
    mechanism = original ? originalMechanism(costWeight) : mechanism(costWeight, modelOwner);
    classifier = anvil.deploy(Artifact.forTests("SettableClassifier"));
    trainer =
        original
            ? OriginalsKit.trainer(anvil, handler, mechanism, classifier)
            : deploy(
                "CollaborativeTrainer64", "a", "model", "none", handler, mechanism, classifier);
    owner = original ? trainer : modelOwner;
    Address deployer = anvil.accounts().getFirst();
    for (Address part : List.of(handler, mechanism, classifier)) {
      execute(deployer, part, Abi.call("transferOwnership(address)", trainer), BigInteger.ZERO);
    }
  }

  private Address mechanism(BigInteger costWeight, Address modelOwner) {
    Object[] waits = {WAITS.refund(), WAITS.ownerClaim(), WAITS.anyAddressClaim()};
    return rules.hasDeposits()
        ? deploy("Stakeable64", waits[0], waits[1], waits[2], costWeight, modelOwner)
        : deploy("Points64", waits[0], waits[1], waits[2], modelOwner);
  }

  private Address originalMechanism(BigInteger costWeight) {
    long refund = WAITS.refund();
    long anyone = WAITS.anyAddressClaim();
    return rules.hasDeposits()
        ? OriginalsKit.stakeable(anvil, refund, WAITS.ownerClaim(), anyone, costWeight)
        : OriginalsKit.points(anvil, refund, WAITS.ownerClaim(), anyone);
  }

  KnownMechanism rules() {
    return rules;
  }

  List<Added> samples() {
    return samples;
  }

  void setPrediction(long prediction) {
    Address anyone = anvil.accounts().getFirst();
    byte[] call = Abi.call("setPrediction(uint64)", prediction);
    execute(anyone, classifier, call, BigInteger.ZERO);
  }

  /** Adds a sample at a time and answers the deposit that its event names. */
  Wei add(Address author, long label, long time, Wei payment) {
    long[] data = {-7, samples.size()};
    List<Long> list = Arrays.stream(data).boxed().toList();
    anvil.call("evm_setNextBlockTimestamp", time);
    JsonNode receipt =
        execute(
            author, trainer, Abi.call("addData(int64[],uint64)", list, label), payment.amount());
    samples.add(new Added(data, label, author, time));
    return new Wei(amount(receipt.get("logs"), Topics.ADD_DATA, 96).orElseThrow());
  }

  /** Claims for good, at a time. */
  void claim(Added sample, Address claimant, boolean refund, long time) {
    anvil.call("evm_setNextBlockTimestamp", time);
    execute(claimant, trainer, claimCall(sample, refund), BigInteger.ZERO);
  }

  /** What a claim would come to at a time, by the node; changes nothing. */
  Outcome simulate(Added sample, Address claimant, boolean refund, long time) {
    Map<String, Object> block =
        Map.of(
            "blockOverrides",
            Map.of("time", "0x" + Long.toHexString(time)),
            "calls",
            List.of(
                Map.of(
                    "from",
                    claimant.toString(),
                    "to",
                    trainer.toString(),
                    "input",
                    Hex.text(claimCall(sample, refund)))));
    JsonNode result =
        anvil
            .call("eth_simulateV1", Map.of("blockStateCalls", List.of(block)), "latest")
            .at("/0/calls/0");
    if ("0x1".equals(result.get("status").asString())) {
      return new Outcome(paid(result.get("logs"), refund), "");
    }
    return new Outcome(Optional.empty(), error(result.get("returnData").asString()));
  }

  private Optional<Wei> paid(JsonNode logs, boolean refund) {
    if (rules == KnownMechanism.POINTS_1) {
      Hash32 topic = refund ? Topics.POINTS_REFUND : Topics.POINTS_REPORT;
      return amount(logs, topic, 0).map(recipient -> Wei.ZERO);
    }
    if (rules == KnownMechanism.STAKEABLE_1) {
      return amount(logs, refund ? Topics.REFUND : Topics.REPORT, 32).map(Wei::new);
    }
    Hash32 topic = refund ? Topics.SAMPLE_REFUNDED : Topics.SAMPLE_REPORTED;
    return amount(logs, topic, 0).map(Wei::new);
  }

  private static String error(String data) {
    String selector = data.substring(0, Math.min(10, data.length()));
    if (!selector.equals(Hex.text(Abi.selector("Error(string)")))) return selector;
    byte[] words = Hex.bytes("0x" + data.substring(10));
    int length = new BigInteger(1, words, 32, 32).intValueExact();
    return new String(words, 64, length, StandardCharsets.US_ASCII);
  }

  MechanismState mechanism() {
    BigInteger good = read(mechanism, Abi.call("totalGoodDataCount()"), 0);
    return new MechanismState(new ClaimTerms(rules.rules(), WAITS), owner, good);
  }

  RecordedSample recorded(Added sample) {
    BigInteger key = new BigInteger(1, sample.key().bytes());
    byte[] record = Abi.call("addedData(bytes32)", key);
    return new RecordedSample(
        sample.author(),
        read(handler, record, 1).longValueExact(),
        new Wei(read(handler, record, 3)),
        new Wei(read(handler, record, 4)),
        read(handler, record, 5).longValueExact(),
        rules.version() > 1
            && read(handler, Abi.call("wasReported(bytes32)", key), 0).signum() > 0);
  }

  Claimant claimant(Added sample, Address account) {
    Object[] of = sample.arguments();
    byte[] hasClaimed =
        Abi.call(
            "hasClaimed(int64[],uint64,uint256,address,address)",
            of[0],
            of[1],
            of[2],
            sample.author(),
            account);
    return new Claimant(
        account,
        read(handler, hasClaimed, 0).signum() > 0,
        read(mechanism, Abi.call("numValidForAddress(address)", account), 0));
  }

  long prediction() {
    return read(classifier, Abi.call("prediction()"), 0).longValue();
  }

  long lastUpdate() {
    return read(mechanism, Abi.call("lastUpdateTimeS()"), 0).longValueExact();
  }

  /** What the contract says a sample costs at a time. */
  Wei price(long time) {
    return new Wei(read(mechanism, Abi.call("getNextAddDataCost(uint256)", time), 0));
  }

  private byte[] claimCall(Added sample, boolean refund) {
    Object[] of = sample.arguments();
    return refund
        ? Abi.call("refund(int64[],uint64,uint256)", of)
        : Abi.call("report(int64[],uint64,uint256,address)", of[0], of[1], of[2], sample.author());
  }

  private BigInteger read(Address contract, byte[] call, int word) {
    Map<String, String> transaction = Map.of("to", contract.toString(), "input", Hex.text(call));
    byte[] answer = Hex.bytes(anvil.call("eth_call", transaction, "latest").asString());
    return new BigInteger(1, answer, 32 * word, 32);
  }

  private Address deploy(String name, Object... arguments) {
    return anvil.deploy(Artifact.of(name), Abi.tuple(List.of(arguments)));
  }

  private JsonNode execute(Address from, Address to, byte[] input, BigInteger value) {
    Map<String, String> transaction = new TreeMap<>();
    transaction.put("from", from.toString());
    transaction.put("to", to.toString());
    transaction.put("input", Hex.text(input));
    transaction.put("value", "0x" + value.toString(16));
    // Named, since an estimate is made for another second than the one that counts.
    transaction.put("gas", "0x200000");
    return anvil.execute(transaction);
  }

  /** The word at a place in the data of the event with that topic. */
  private static Optional<BigInteger> amount(JsonNode logs, Hash32 topic, int place) {
    for (JsonNode log : logs) {
      if (log.at("/topics/0").asString().equals(topic.toString())) {
        byte[] data = Hex.bytes(log.get("data").asString());
        return Optional.of(new BigInteger(1, data, place, 32));
      }
    }
    return Optional.empty();
  }
}
