package org.sumscan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.RawLog;
import org.sumscan.kernel.Wei;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;
import tools.jackson.databind.JsonNode;

/** Nodes are asked who they are, and what they answer is looked at before it is believed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainsTest {

  private final Anvil anvil = Anvil.start();
  private final Address trainer = anvil.deploy(Artifact.forTests("PlainTrainer"));

  @BeforeAll
  void addSamples() {
    byte[] input =
        ContractFunction.ADD_DATA.call(new long[] {1, 2}, new org.sumscan.kernel.UInt64(1));
    for (int i = 0; i < 8; i++) anvil.receipt(anvil.send(anvil.accounts().get(1), trainer, input));
  }

  @AfterAll
  void close() {
    anvil.close();
  }

  private static Chains chains() {
    return new Chains(List.of(), InstantSource.system());
  }

  private static ConfiguredChain configured(
      @org.jspecify.annotations.Nullable ChainId id, URI... urls) {
    return new ConfiguredChain("main", List.of(urls), id, 0, 3, List.of(), false);
  }

  private static BlockRange all(ChainNode node) {
    return new BlockRange(0, node.head().number());
  }

  @Test
  void saysInOneLineThatANodeIsOfAnotherChain() {
    assertThatExceptionOfType(WrongChain.class)
        .isThrownBy(() -> chains().add(configured(new ChainId(5), anvil.url())))
        .withMessageContaining("31337")
        .withMessageContaining("127.0.0.1:")
        .withMessageNotContaining("\n");
  }

  @Test
  void saysThatNoNodeAnswersWithoutTellingAKey() {
    URI nowhere = URI.create("http://user:password@127.0.0.1:1/v3/secret-key");
    assertThatExceptionOfType(NodeUnreachable.class)
        .isThrownBy(() -> chains().add(configured(null, nowhere)))
        .withMessageContaining("127.0.0.1:1")
        .withMessageNotContaining("secret")
        .withMessageNotContaining("password");
  }

  @Test
  void usesAnotherEndpointWhereOneIsDown() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    ChainNode node = chains().add(configured(null, nowhere, anvil.url()));
    assertThat(node.id()).isEqualTo(new ChainId(31337));
    assertThat(node.logs(all(node)).logs()).hasSize(8);
    assertThat(node.finalized().number()).isLessThanOrEqualTo(node.head().number());
  }

  @Test
  void asksForLessWhereAnAnswerWouldBeTooLarge() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      List<Long> lengths = new ArrayList<>();
      fake.bend("eth_getLogs", (question, answer) -> atMostTwoBlocks(lengths, question, answer));
      ChainNode node = chains().add(configured(null, fake.url()));
      long from = 0;
      int logs = 0;
      long head = node.head().number();
      while (from <= head) {
        LogAnswer answer = node.logs(new BlockRange(from, head));
        logs += answer.logs().size();
        assertThat(answer.range().to()).as("the last block answered").isGreaterThanOrEqualTo(from);
        from = answer.range().to() + 1;
      }
      assertThat(logs).isEqualTo(8);
      assertThat(lengths).contains(2L);
      assertThat(lengths.subList(4, lengths.size())).allMatch(length -> length <= 4);
    }
  }

  private static JsonNode atMostTwoBlocks(List<Long> lengths, JsonNode question, JsonNode answer) {
    JsonNode filter = question.get("params").get(0);
    long length =
        Long.decode(filter.get("toBlock").asString())
            - Long.decode(filter.get("fromBlock").asString())
            + 1;
    lengths.add(length);
    return length <= 2
        ? answer
        : FakeNode.error(question, -32005, "query exceeds max block range 2");
  }

  @Test
  void takesANodeThatIsBehindForWhatItIs() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      fake.refuse(
          "eth_getLogs", -32602, "One of the blocks specified is beyond current head block");
      ChainNode node = chains().add(configured(null, fake.url()));
      assertThatExceptionOfType(NodeFault.class)
          .isThrownBy(() -> node.logs(all(node)))
          .satisfies(fault -> assertThat(fault.kind()).isEqualTo(NodeFault.Kind.BEHIND_HEAD));
      assertThat(fake.asked().stream().filter("eth_getLogs"::equals)).hasSize(1);
    }
  }

  @Test
  void takesTheDepthWhereANodeKnowsNoFinalBlock() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      fake.bend(
          "eth_getBlockByNumber",
          (question, answer) ->
              question.get("params").get(0).asString().equals("finalized")
                  ? FakeNode.error(question, -32602, "invalid block tag")
                  : answer);
      ChainNode node = chains().add(configured(null, fake.url()));
      assertThat(node.finalized().number()).isEqualTo(node.head().number() - 3);
    }
  }

  @Test
  void takesTheDepthWhileANodeHasNoFinalBlockYet() {
    List<String> nothingYet = List.of("error", "null");
    for (String answered : nothingYet) {
      try (FakeNode fake = FakeNode.before(anvil.url())) {
        bendFinalized(
            fake,
            question ->
                answered.equals("null")
                    ? FakeNode.result(question, "null")
                    : FakeNode.error(question, -39001, "finalized block not found"));
        ChainNode node = chains().add(configured(null, fake.url()));
        assertThat(node.finalized().number()).as(answered).isEqualTo(node.head().number() - 3);
        bendFinalized(
            fake,
            question ->
                FakeNode.result(
                    question, anvil.call("eth_getBlockByNumber", "0x1", false).toString()));
        assertThat(node.finalized().number()).as("as soon as there is one").isEqualTo(1);
      }
    }
  }

  @Test
  void asksForTheFinalBlockAgainAfterAFault() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      int[] asked = {0};
      bendFinalized(
          fake,
          question ->
              asked[0]++ == 0
                  ? FakeNode.error(question, -32000, "internal error")
                  : FakeNode.result(
                      question, anvil.call("eth_getBlockByNumber", "0x1", false).toString()));
      ChainNode node = chains().add(configured(null, fake.url()));
      assertThat(node.finalized().number()).isEqualTo(1);
    }
  }

  private static void bendFinalized(FakeNode fake, UnaryOperator<JsonNode> bend) {
    fake.bend(
        "eth_getBlockByNumber",
        (question, answer) ->
            question.get("params").get(0).asString().equals("finalized")
                ? bend.apply(question)
                : answer);
  }

  @Test
  void believesNothingInAnAnswerThatContradictsItself() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      String log =
          """
          {"address":"0x%040x","topics":[],"data":"0x","blockNumber":"0x1","blockHash":"0x%064x",
           "transactionHash":"0x%064x","transactionIndex":"0x0","logIndex":"0x%x","removed":%s}\
          """;
      List<String> bad =
          List.of(
              "[%s,%s]"
                  .formatted(log.formatted(1, 1, 1, 0, false), log.formatted(1, 2, 1, 1, false)),
              "[%s,%s]"
                  .formatted(log.formatted(1, 1, 1, 0, false), log.formatted(2, 1, 1, 0, false)),
              "[%s]".formatted(log.formatted(1, 1, 1, 0, true)),
              "[%s]".formatted(log.formatted(1, 1, 1, 0, false).replace("\"0x1\"", "\"0xffff\"")),
              "[{}]",
              "[null]",
              "\"0x\"");
      for (String logs : bad) {
        fake.bend("eth_getLogs", (question, answer) -> FakeNode.result(question, logs));
        ChainNode node = chains().add(configured(null, fake.url()));
        assertThatExceptionOfType(NodeFault.class)
            .as(logs)
            .isThrownBy(() -> node.logs(new BlockRange(0, 5)))
            .satisfies(fault -> assertThat(fault.kind()).isEqualTo(NodeFault.Kind.MALFORMED));
      }
    }
  }

  @Test
  void saysOfWhateverCannotBeReadThatItCannotBeRead() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      fake.refuse("eth_simulateV1", -32601, "the method does not exist");
      ChainNode node = chains().add(configured(null, fake.url()));
      BlockHeader head = node.head();
      SimulatedCall call =
          new SimulatedCall(Address.ZERO, trainer, new byte[0], Wei.ZERO, 100_000, List.of());
      for (String nonsense : List.of("null", "7", "\"0x1x\"", "{}")) {
        fake.bend("eth_call", (question, answer) -> FakeNode.result(question, nonsense));
        assertThatExceptionOfType(NodeFault.class)
            .as(nonsense)
            .isThrownBy(() -> node.tryOut(List.of(call), head.block(), head.time() + 1))
            .satisfies(fault -> assertThat(fault.kind()).isEqualTo(NodeFault.Kind.MALFORMED));
      }
      fake.bend("eth_getBlockByNumber", (question, answer) -> FakeNode.result(question, "{}"));
      assertThatExceptionOfType(NodeFault.class).isThrownBy(node::pendingTime);
    }
  }

  @Test
  void sortsLogsAndTakesEachOnce() {
    try (FakeNode fake = FakeNode.before(anvil.url())) {
      fake.bend(
          "eth_getLogs",
          (question, answer) -> {
            List<String> logs = new ArrayList<>();
            answer.get("result").forEach(log -> logs.addFirst(log.toString()));
            logs.add(logs.get(3));
            return FakeNode.result(question, logs.toString());
          });
      ChainNode node = chains().add(configured(null, fake.url()));
      assertThat(node.logs(all(node)).logs())
          .hasSize(8)
          .isSortedAccordingTo(java.util.Comparator.comparing(RawLog::position));
    }
  }

  @Test
  void tellsAReturnFromARevert() {
    ChainNode node = chains().add(configured(null, anvil.url()));
    assertThat(node.call(trainer, ContractFunction.INCENTIVE_MECHANISM.call(), null))
        .isInstanceOf(CallResult.Returned.class);
    assertThat(node.call(trainer, ContractFunction.COST_WEIGHT.call(), null))
        .isInstanceOf(CallResult.Reverted.class);
  }
}
