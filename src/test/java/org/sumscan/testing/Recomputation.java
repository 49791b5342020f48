package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.crypto.ContractUtils;
import tools.jackson.databind.JsonNode;

/**
 * Whether a model knew its samples just before they were added, as the contracts themselves say it
 * and from the chain alone: the model's own classifier at the parent block, for a sample that is
 * its model's first in its block; for the others a twin of it on a second chain, which was made by
 * the same transactions and is taught the same samples one by one.
 */
public final class Recomputation {

  /** More than a sample needs; named, since an estimate would cost as much as the update. */
  private static final String GAS = "0x1000000";

  private static final int BLOCKS_AT_ONCE = 16;

  private final Anvil chain;
  private final Address trainer;
  private final Address classifier;

  private Recomputation(Anvil chain, Address trainer) {
    this.chain = chain;
    this.trainer = trainer;
    this.classifier = Address.of("0x" + word(asked(trainer, "classifier()")).substring(24));
  }

  /**
   * What came out for one sample.
   *
   * @param block where it was added
   * @param first whether it is its model's first in that block
   * @param hit whether the model said the sample's label
   */
  public record Answer(long block, boolean first, boolean hit) {}

  /**
   * Asks for all samples of a model, in the order of the chain, which must have kept the states of
   * all its blocks. Fails if chain and twin ever differ where both can be asked.
   */
  public static List<Answer> of(Anvil chain, Address trainer) {
    return new Recomputation(chain, trainer).answers();
  }

  private record Added(long block, ContractEvent.AddData sample) {}

  private List<Answer> answers() {
    List<Added> samples = samples();
    List<Long> here = firsts(samples);
    List<Answer> answers = new ArrayList<>();
    try (Anvil second = Anvil.start("--prune-history", "2")) {
      Address twin = twin(second);
      int asked = 0;
      for (int i = 0; i < samples.size(); i++) {
        ContractEvent.AddData sample = samples.get(i).sample();
        long said = label(second.call("eth_call", prediction(twin, sample.features()), "latest"));
        boolean first = isFirst(samples, i);
        if (first) {
          long known = here.get(asked++);
          assertThat(said).as("what the twin says of sample %d", i + 1).isEqualTo(known);
        }
        boolean hit = said == sample.label().bits();
        answers.add(new Answer(samples.get(i).block(), first, hit));
        teach(second, twin, sample);
      }
    }
    return answers;
  }

  private List<Added> samples() {
    List<Added> samples = new ArrayList<>();
    Map<String, Object> filter =
        Map.of(
            "fromBlock",
            "0x0",
            "toBlock",
            "latest",
            "address",
            trainer.toString(),
            "topics",
            List.of(Topics.ADD_DATA.toString()));
    for (JsonNode log : chain.call("eth_getLogs", filter)) {
      List<Hash32> topics = new ArrayList<>();
      log.get("topics").forEach(topic -> topics.add(Hash32.of(topic.asString())));
      byte[] data = Hex.bytes(log.get("data").asString());
      if (EventDecoder.decode(topics, data)
          instanceof EventDecoding.Decoded(ContractEvent.AddData sample)) {
        samples.add(new Added(Long.decode(log.get("blockNumber").asString()), sample));
      } else {
        throw new AssertionError("no sample: " + log);
      }
    }
    return samples;
  }

  private static boolean isFirst(List<Added> samples, int index) {
    return index == 0 || samples.get(index - 1).block() != samples.get(index).block();
  }

  /** What the model itself said of the samples that are the first in their blocks. */
  private List<Long> firsts(List<Added> samples) {
    List<List<Object>> questions = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (!isFirst(samples, i)) continue;
      String parent = hex(samples.get(i).block() - 1);
      questions.add(List.of(prediction(classifier, samples.get(i).sample().features()), parent));
    }
    return chain.callAll("eth_call", questions).stream().map(Recomputation::label).toList();
  }

  private Address twin(Anvil second) {
    List<byte[]> inputs = makings();
    String creator = second.accounts().getFirst().toString();
    String creation = Hex.text(inputs.getFirst());
    JsonNode created = second.execute(Map.of("from", creator, "input", creation, "gas", GAS));
    Address twin = Address.of(created.get("contractAddress").asString());
    for (byte[] input : inputs.subList(1, inputs.size())) execute(second, twin, input);
    return twin;
  }

  /** What was sent to make the classifier, from its creation until its trainer takes over. */
  private List<byte[]> makings() {
    byte[] handOver = Abi.call("transferOwnership(address)", trainer);
    List<byte[]> inputs = new ArrayList<>();
    long head = chain.head();
    for (long from = 1; from <= head; from += BLOCKS_AT_ONCE) {
      List<List<Object>> blocks = new ArrayList<>();
      for (long block = from; block < from + BLOCKS_AT_ONCE && block <= head; block++) {
        blocks.add(List.of(hex(block), true));
      }
      for (JsonNode block : chain.callAll("eth_getBlockByNumber", blocks)) {
        for (JsonNode transaction : block.get("transactions")) {
          if (!isFor(transaction)) continue;
          byte[] input = Hex.bytes(transaction.get("input").asString());
          if (Arrays.equals(input, handOver)) return inputs;
          inputs.add(input);
        }
      }
    }
    throw new AssertionError("the classifier of " + trainer + " is not its own");
  }

  private boolean isFor(JsonNode transaction) {
    JsonNode to = transaction.path("to");
    if (to.isString()) return Address.of(to.asString()).equals(classifier);
    byte[] from = Address.of(transaction.get("from").asString()).bytes();
    BigInteger nonce = BigInteger.valueOf(Long.decode(transaction.get("nonce").asString()));
    return Address.of(ContractUtils.generateContractAddress(from, nonce)).equals(classifier);
  }

  private static void teach(Anvil second, Address twin, ContractEvent.AddData sample) {
    byte[] update =
        Abi.call("update(int64[],uint64)", boxed(sample.features()), sample.label().toBigInteger());
    execute(second, twin, update);
  }

  private static void execute(Anvil second, Address twin, byte[] input) {
    String owner = second.accounts().getFirst().toString();
    second.execute(
        Map.of("from", owner, "to", twin.toString(), "input", Hex.text(input), "gas", GAS));
  }

  private JsonNode asked(Address contract, String signature) {
    Map<String, String> question =
        Map.of("to", contract.toString(), "data", Hex.text(Abi.call(signature)));
    return chain.call("eth_call", question, "latest");
  }

  private static Map<String, String> prediction(Address classifier, long[] features) {
    byte[] input = Abi.call("predict(int64[])", boxed(features));
    return Map.of("to", classifier.toString(), "data", Hex.text(input));
  }

  private static long label(JsonNode answer) {
    return new BigInteger(word(answer), 16).longValueExact();
  }

  /** The 64 digits of an answer of one word. */
  private static String word(JsonNode answer) {
    String digits = answer.asString().substring(2);
    assertThat(digits).hasSize(64);
    return digits;
  }

  private static List<Long> boxed(long[] features) {
    return Arrays.stream(features).boxed().toList();
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
