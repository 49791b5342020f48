package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import tools.jackson.databind.JsonNode;

/** A classifier on a real chain, that many samples are put to in one transaction. */
final class ContractClassifier {

  private static final String GAS = "0x38000000";
  private static final BigInteger REVERTED = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private final Anvil anvil;
  private final Address harness;

  /** A sample to predict and then to learn. */
  record Sample(long[] data, long label) {}

  /**
   * What the contract made of it: a prediction or a revert, and whether it learnt it; the selectors
   * are those of the errors.
   */
  record Outcome(
      boolean predicted, long prediction, int predictError, boolean learnt, int updateError) {}

  ContractClassifier(Anvil anvil, Artifact classifier, Object... constructorArguments) {
    this.anvil = anvil;
    this.harness = anvil.deploy(Artifact.forTests("Trial"));
    byte[] code = Abi.joined(classifier.bytecode(), Abi.tuple(List.of(constructorArguments)));
    send(Abi.call("create(bytes)", code));
  }

  /** Makes an initialising call as the owner. */
  void initialize(String signature, Object... arguments) {
    send(Abi.call("initialize(bytes)", Abi.call(signature, arguments)));
  }

  List<Outcome> run(List<Sample> samples) {
    List<Object> encoded = new ArrayList<>();
    for (Sample sample : samples) {
      List<Object> data = new ArrayList<>(LongStream.of(sample.data()).boxed().toList());
      encoded.add(new Abi.Struct(List.of(data, EvmIntegers.unsigned(sample.label()))));
    }
    JsonNode receipt = send(Abi.call("run((int64[],uint64)[])", encoded));
    return words(receipt.at("/logs/0/data").asString()).stream()
        .map(ContractClassifier::outcome)
        .toList();
  }

  /** What the model answers to each of these calls, as unsigned words. */
  List<BigInteger> read(List<byte[]> calls) {
    Map<String, String> call =
        Map.of(
            "to",
            harness.toString(),
            "gas",
            GAS,
            "input",
            Hex.text(Abi.call("read(bytes[])", new ArrayList<Object>(calls))));
    return words(anvil.call("eth_call", call, "latest").asString());
  }

  static boolean hasReverted(BigInteger word) {
    return word.equals(REVERTED);
  }

  private static Outcome outcome(BigInteger word) {
    return new Outcome(
        word.testBit(64),
        word.longValue(),
        word.shiftRight(96).intValue(),
        word.testBit(65),
        word.shiftRight(128).intValue());
  }

  private JsonNode send(byte[] input) {
    Map<String, String> transaction =
        Map.of(
            "from",
            anvil.accounts().getFirst().toString(),
            "to",
            harness.toString(),
            "gas",
            GAS,
            "input",
            Hex.text(input));
    return anvil.execute(transaction);
  }

  /** Reads one dynamic array of words. */
  private static List<BigInteger> words(String data) {
    byte[] bytes = Hex.bytes(data);
    List<BigInteger> words = new ArrayList<>();
    for (int at = 64; at < bytes.length; at += 32) words.add(new BigInteger(1, bytes, at, 32));
    return words;
  }
}
