package org.sumscan.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;

/** An endpoint that says that there is nothing is asked about, not believed. */
class EmptyAnswerCrossCheckTest {

  private final Anvil anvil = Anvil.start();
  private final FakeNode first = FakeNode.before(anvil.url());
  private final FakeNode second = FakeNode.before(anvil.url());
  private final ChainNode node =
      new Chains(List.of(), InstantSource.system())
          .add(
              new ConfiguredChain(
                  "two", List.of(first.url(), second.url()), null, 0, 3, List.of(), false));
  private BlockRange withLogs;

  @BeforeEach
  void addThree() {
    Address forger = anvil.deploy(Artifact.forTests("Forger"));
    byte[] call = Abi.call("addMany(uint256,uint256,int64)", 3, 2, 5);
    anvil.receipt(anvil.send(anvil.accounts().get(1), forger, call));
    withLogs = new BlockRange(0, node.head().number());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    anvil.close();
  }

  private static void hasNothing(FakeNode fake) {
    fake.bend("eth_getLogs", (question, answer) -> FakeNode.result(question, "[]"));
  }

  @Test
  void logsThatOneEndpointLacksAreTakenFromTheOther() {
    hasNothing(first);
    LogAnswer answer = node.logs(withLogs);
    assertThat(answer.logs()).hasSize(3);
    assertThat(answer.endpoint()).contains(":" + second.url().getPort());
  }

  @Test
  void nothingIsSurerWhereTwoEndpointsHaveNothing() {
    anvil.mine(3);
    BlockRange empty = new BlockRange(withLogs.to() + 1, node.head().number());
    assertThat(node.logs(empty).proof()).isEqualTo(ProofLevel.CROSS_CHECKED);
    second.refuse("eth_getLogs", -32000, "out of order");
    assertThat(node.logs(empty).proof()).isEqualTo(ProofLevel.FETCHED);
  }

  @Test
  void aLoneEndpointsNothingIsHeldAgainstTheBloomOfABlock() {
    hasNothing(first);
    ChainNode alone =
        new Chains(List.of(), InstantSource.system())
            .add(ConfiguredChain.embedded("one", first.url()));
    long block = alone.head().number();
    assertThatThrownBy(() -> alone.logs(new BlockRange(block, block)))
        .hasMessageContaining("left out logs");
  }
}
