package org.sumscan.chain.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.node.RpcConnector;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an endpoint leaves out is seen by the headers of its own blocks. */
class LogProofTest {

  private final Anvil anvil = Anvil.start();
  private final FakeNode fake = FakeNode.before(anvil.url());
  private final ChainNode node =
      new Chains(List.of(), new RpcConnector(InstantSource.system()))
          .add(ConfiguredChain.embedded("test", fake.url()));
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));

  @AfterEach
  void close() {
    fake.close();
    anvil.close();
  }

  private void addMany(int count) {
    byte[] call = Abi.call("addMany(uint256,uint256,int64)", count, 2, 5);
    anvil.receipt(anvil.send(anvil.accounts().get(1), forger, call));
  }

  private BlockRef newest() {
    return node.head().block();
  }

  private void leaveOutOne(JsonNode answer) {
    if (answer.get("result") instanceof ArrayNode logs && !logs.isEmpty()) logs.remove(0);
  }

  @Test
  void theRootOfABlocksReceiptsIsItsHeaders() {
    anvil.automine(false);
    for (int count : new int[] {0, 1, 2, 16, 17, 127, 128, 129, 300}) {
      for (int i = 0; i < count; i++) send(i);
      anvil.mine(1);
      JsonNode header = anvil.call("eth_getBlockByNumber", "latest", false);
      BlockRef block = Answers.header(header).block();
      JsonNode receipts = anvil.call("eth_getBlockReceipts", header.get("number").asString());
      assertThat(receipts.size()).isEqualTo(count);
      BlockReceipts read = BlockReceipts.read(block, receipts);
      assertThat(read.root())
          .as("root of %d receipts", count)
          .isEqualTo(Answers.hash(header, "receiptsRoot"));
      if (count < 3) continue;
      leaveOutOne(new Logs(receipts.get(2)).answer());
      assertThat(BlockReceipts.read(block, receipts).root()).isNotEqualTo(read.root());
    }
  }

  /** Logs of a receipt in the shape of an answer. */
  private record Logs(JsonNode receipt) {
    JsonNode answer() {
      ((ObjectNode) receipt).set("result", receipt.get("logs"));
      return receipt;
    }
  }

  /** Every third sends money, every third emits, every third of these fails. */
  private void send(int i) {
    byte[] emit = Abi.call("addMany(uint256,uint256,int64)", 1 + i % 3, 2, i);
    byte[] input = i % 3 == 0 ? new byte[0] : i % 9 == 1 ? new byte[] {1, 2, 3, 4} : emit;
    anvil.call(
        "eth_sendTransaction",
        Map.of(
            "from", anvil.accounts().get(i % 10).toString(),
            "to", (i % 3 == 0 ? anvil.accounts().get(9) : forger).toString(),
            "input", org.sumscan.kernel.Hex.text(input),
            "type", i % 2 == 0 ? "0x0" : "0x2",
            "gas", "0x40000"));
  }

  @Test
  void blocksAskedForByHashAreProvenByTheirReceipts() {
    addMany(3);
    LogAnswer answer = node.logs(List.of(newest()));
    assertThat(answer.logs()).hasSize(3);
    assertThat(answer.proof()).isEqualTo(ProofLevel.PROVEN);
  }

  @Test
  void logsThatTheIndexOfTheNodeLacksAreTakenFromTheReceipts() {
    addMany(3);
    fake.bend("eth_getLogs", (question, answer) -> FakeNode.result(question, "[]"));
    LogAnswer answer = node.logs(List.of(newest()));
    assertThat(answer.logs()).hasSize(3);
    assertThat(answer.proof()).isEqualTo(ProofLevel.PROVEN);
  }

  /** A transaction that emits nothing of ours. */
  private void sendMoney() {
    anvil.receipt(anvil.send(anvil.accounts().get(1), anvil.accounts().get(2), new byte[0], 1));
  }

  @Test
  void aBlockWithoutTransactionsIsProvenByItsHeader() {
    anvil.mine(1);
    LogAnswer answer = node.logs(List.of(newest()));
    assertThat(answer.logs()).isEmpty();
    assertThat(answer.proof()).isEqualTo(ProofLevel.PROVEN);
    assertThat(fake.asked()).doesNotContain("eth_getBlockReceipts");
  }

  @Test
  void aBloomWithoutOurTopicsProvesNothingBeforeABloomWasSeenToBeTrue() {
    sendMoney();
    LogAnswer answer = node.logs(List.of(newest()));
    assertThat(answer.logs()).isEmpty();
    assertThat(answer.proof()).isEqualTo(ProofLevel.CROSS_CHECKED);
    assertThat(fake.asked()).doesNotContain("eth_getBlockReceipts");
    addMany(1);
    node.logs(List.of(newest()));
    sendMoney();
    assertThat(node.logs(List.of(newest())).proof()).isEqualTo(ProofLevel.PROVEN);
  }

  @Test
  void aNodeWithoutReceiptsIsBelievedAsItIs() {
    fake.refuse("eth_getBlockReceipts", -32601, "the method does not exist");
    addMany(2);
    LogAnswer answer = node.logs(List.of(newest()));
    assertThat(answer.logs()).hasSize(2);
    assertThat(answer.proof()).isEqualTo(ProofLevel.FETCHED);
    node.logs(List.of(newest()));
    assertThat(fake.asked().stream().filter("eth_getBlockReceipts"::equals)).hasSize(1);
  }

  @Test
  void aNodeThatDoesNotHaveTheBlockIsNotBelievedThatItHoldsNothing() {
    addMany(3);
    BlockRef block = newest();
    fake.bend("eth_getLogs", (question, answer) -> FakeNode.result(question, "[]"));
    fake.bend("eth_getBlockByHash", (question, answer) -> FakeNode.result(question, "null"));
    assertThatThrownBy(() -> node.logs(List.of(block)))
        .isInstanceOfSatisfying(
            NodeFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(NodeFault.Kind.BEHIND_HEAD));
  }

  @Test
  void aRoundNumberOfLogsOfOneContractInOneBlockIsProvenToo() {
    addMany(101);
    BlockRef block = newest();
    fake.bend(
        "eth_getLogs",
        (question, answer) -> {
          leaveOutOne(answer);
          return answer;
        });
    BlockRange one = new BlockRange(block.number(), block.number());
    assertThat(node.logs(one, List.of(forger)).logs()).hasSize(101);
  }

  @Test
  void aChainWhoseBloomsAreEmptyIsLearntToBeOne() {
    fake.bend(
        "eth_getBlockByHash",
        (question, answer) -> {
          ((ObjectNode) answer.get("result")).put("logsBloom", "0x" + "00".repeat(256));
          return answer;
        });
    addMany(2);
    assertThat(node.logs(List.of(newest())).logs()).hasSize(2);
    sendMoney();
    LogAnswer empty = node.logs(List.of(newest()));
    assertThat(empty.proof()).as("by receipts, not by the bloom").isEqualTo(ProofLevel.PROVEN);
  }

  @Test
  void receiptsOfAnotherShapeThanEthereumsAreCompared() {
    fake.bend(
        "eth_getBlockByHash",
        (question, answer) -> {
          ((ObjectNode) answer.get("result")).put("receiptsRoot", "0x" + "11".repeat(32));
          return answer;
        });
    addMany(2);
    assertThat(node.logs(List.of(newest())).proof())
        .as("said twice by one endpoint")
        .isEqualTo(ProofLevel.FETCHED);
    fake.bend("eth_getLogs", (question, answer) -> FakeNode.result(question, "[]"));
    assertThatThrownBy(() -> node.logs(List.of(newest()))).isInstanceOf(NodeFault.class);
  }

  @Test
  void oneBlockWhoseLogsAreTooMuchIsReadFromItsReceipts() {
    addMany(4);
    BlockRef block = newest();
    fake.refuse("eth_getLogs", -32005, "query returned more than 3 results");
    LogAnswer answer = node.logs(new BlockRange(block.number(), block.number()));
    assertThat(answer.logs()).hasSize(4);
    assertThat(answer.proof()).isEqualTo(ProofLevel.PROVEN);
    assertThat(node.logs(List.of(block)).logs()).hasSize(4);
  }

  @Test
  void aRoundNumberOfLogsInOneBlockIsProven() {
    addMany(101);
    BlockRef block = newest();
    fake.bend(
        "eth_getLogs",
        (question, answer) -> {
          leaveOutOne(answer);
          return answer;
        });
    LogAnswer answer = node.logs(new BlockRange(block.number(), block.number()));
    assertThat(answer.logs()).hasSize(101);
  }

  @Test
  void anAnswerForManyBlocksIsSampledAndRefusedIfALogIsMissing() {
    addMany(3);
    fake.bend(
        "eth_getLogs",
        (question, answer) -> {
          leaveOutOne(answer);
          return answer;
        });
    BlockRange range = new BlockRange(0, newest().number());
    assertThatThrownBy(() -> node.logs(range)).hasMessageContaining("left out logs");
    fake.obey("eth_getLogs");
    assertThat(node.logs(range).logs()).hasSize(3);
  }
}
