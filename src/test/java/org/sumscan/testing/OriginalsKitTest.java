package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.contracts.SampleKey;
import org.sumscan.contracts.Topics;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import tools.jackson.databind.JsonNode;

/** What is peculiar to the originals holds for those that tests deploy. */
class OriginalsKitTest {

  private static final ModelKit BAYES = ModelKit.of(LearningRules.NAIVE_BAYES_1);
  private static final long[] SAMPLE = {1, 1, 5};
  private static final UInt64 NO = new UInt64(0);

  private static Anvil anvil;

  @BeforeAll
  static void start() {
    anvil = Anvil.start();
  }

  @AfterAll
  static void stop() {
    anvil.close();
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void eachKindIsHandedOverWithTheStateThatItsKitNames(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(LearningRules.of(kind, 1));
    DeployedModel model = OriginalsKit.stakeable(anvil, kit);
    assertThat(word(model.classifier(), 0, "owner()")).isEqualTo(number(model.trainer()));
    assertThat(word(model.classifier(), 0, "getNumClassifications()"))
        .isEqualTo(BigInteger.valueOf(kit.classes()));
    assertThatThrownBy(() -> word(model.classifier(), 0, "learningRules()")).isNotNull();
    assertThatThrownBy(() -> word(model.mechanism(), 0, "incentiveRules()")).isNotNull();
    long added = added(model, kit.sample(new java.util.Random(1)));
    assertThat(added).isPositive();
  }

  @Test
  void aRefundNamesNoSampleAndPaysTheWholeDeposit() {
    DeployedModel model = OriginalsKit.stakeable(anvil, BAYES);
    long time = added(model, SAMPLE);
    UInt256 key = key(time);
    BigInteger deposit = word(model.handler(), 4, "addedData(bytes32)", key.value());
    assertThat(deposit).isEqualTo(BigInteger.valueOf(3_600_000));
    anvil.increaseTime(100);
    JsonNode receipt = anvil.receipt(model.claim(1, refund(time)));
    List<String> topics = topics(receipt);
    assertThat(topics).containsExactly(Topics.REFUND.toString());
    byte[] data = Hex.bytes(receipt.at("/logs/0/data").asString());
    assertThat(new BigInteger(1, data, 32, 32)).isEqualTo(deposit);
    assertThat(word(model.handler(), 4, "addedData(bytes32)", key.value())).isZero();
    assertThat(word(model.handler(), 5, "addedData(bytes32)", key.value())).isOne();
    assertThat(word(model.mechanism(), 0, "totalGoodDataCount()")).isOne();
    assertThat(word(model.mechanism(), 1, "addressStats(address)", anvil.accounts().get(1)))
        .isZero();
  }

  @Test
  void anEqualSampleOfTheSameSecondTakesTheRecordButNotTheMarksOfWhoClaimed() {
    DeployedModel model =
        OriginalsKit.unfinished(anvil, BAYES, OriginalsKit.points(anvil, 0, 0, 0));
    model.handOver();
    long time = now() + 10;
    anvil.automine(false);
    try {
      anvil.call("evm_setNextBlockTimestamp", time);
      model.add(1, SAMPLE, 0);
      Hash32 refunded = model.claim(1, refund(time));
      Hash32 again = model.add(1, SAMPLE, 0);
      anvil.mine(1);
      assertThat(topics(anvil.receipt(refunded))).containsExactly(Topics.POINTS_REFUND.toString());
      anvil.receipt(again);
    } finally {
      anvil.automine(true);
    }
    assertThat(word(model.handler(), 5, "addedData(bytes32)", key(time).value())).isZero();
    Object[] claimer = {
      List.of(1, 1, 5), 0, time, anvil.accounts().get(1), anvil.accounts().get(1)
    };
    assertThat(
            word(model.handler(), 0, "hasClaimed(int64[],uint64,uint256,address,address)", claimer))
        .isOne();
    assertThat(word(model.mechanism(), 0, "totalSubmitted()")).isEqualTo(BigInteger.TWO);
  }

  @Test
  void aDeployerCanRecordADepositThatNobodyPaidBeforeHeHandsOver() {
    DeployedModel model =
        OriginalsKit.unfinished(
            anvil, BAYES, OriginalsKit.stakeable(anvil, 100, 200, 300, BigInteger.TEN));
    Address deployer = anvil.accounts().getFirst();
    byte[] unpaid =
        Abi.call(
            "handleAddData(address,uint256,int64[],uint64)", deployer, 5_000, List.of(1, 1, 5), 0);
    long time = time(anvil.receipt(anvil.send(deployer, model.handler(), unpaid)));
    model.handOver();
    model.add(1, new long[] {7}, 1);
    anvil.increaseTime(100);
    JsonNode receipt = anvil.receipt(model.claim(0, refund(time)));
    byte[] data = Hex.bytes(receipt.at("/logs/0/data").asString());
    assertThat(new BigInteger(1, data, 32, 32)).isEqualTo(BigInteger.valueOf(5_000));
    assertThat(word(model.mechanism(), 0, "totalSubmitted()")).isOne();
  }

  private static TrainerCall refund(long time) {
    return new TrainerCall.Refund(SAMPLE, NO, UInt256.of(time));
  }

  private static UInt256 key(long time) {
    Hash32 key = SampleKey.of(SAMPLE, NO, UInt256.of(time), anvil.accounts().get(1));
    return new UInt256(new BigInteger(1, key.bytes()));
  }

  private static long added(DeployedModel model, long[] sample) {
    return time(anvil.receipt(model.add(1, sample, 0)));
  }

  private static long time(JsonNode receipt) {
    JsonNode block = anvil.call("eth_getBlockByHash", receipt.get("blockHash").asString(), false);
    return Long.decode(block.get("timestamp").asString());
  }

  private static long now() {
    JsonNode block = anvil.call("eth_getBlockByNumber", "latest", false);
    return Long.decode(block.get("timestamp").asString());
  }

  private static List<String> topics(JsonNode receipt) {
    return StreamSupport.stream(receipt.get("logs").spliterator(), false)
        .map(log -> log.at("/topics/0").asString())
        .toList();
  }

  private static BigInteger number(Address address) {
    return new BigInteger(1, address.bytes());
  }

  /** A word of what a contract answers. */
  private static BigInteger word(Address contract, int at, String function, Object... arguments) {
    String input = Hex.text(Abi.call(function, arguments));
    Map<String, String> call = Map.of("to", contract.toString(), "input", input);
    byte[] answer = Hex.bytes(anvil.call("eth_call", call, "latest").asString());
    return new BigInteger(1, answer, 32 * at, 32);
  }
}
