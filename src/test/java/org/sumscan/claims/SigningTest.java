package org.sumscan.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is offered to a wallet that node and verdict do not agree on, or that is out of date. */
class SigningTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Anvil anvil = Anvil.start();
  private final FakeNode node = FakeNode.before(anvil.url());
  private final ClaimWorld world;
  private Sample sample;

  SigningTest() {
    world = ClaimWorld.through(anvil, node.url(), Mechanisms.STAKEABLE_2);
    sample = ripe(world);
  }

  @AfterEach
  void close() {
    world.close();
    node.close();
  }

  /** A sample of the second account's that the model agrees with, just refundable. */
  private static Sample ripe(ClaimWorld world) {
    Sample added = world.add(world.account(1), ClaimWorld.NO, 0, world.now() + 5);
    world.mineAt(added.blockTime() + 100);
    world.catchUp();
    return added;
  }

  private Draft draft() {
    return world.get(Signing.class).draft(sample.log(), world.account(1), ClaimKind.REFUND);
  }

  private String refusal() {
    Draft draft = draft();
    assertThat(draft).isInstanceOf(Draft.Refused.class);
    Draft.Reason why = ((Draft.Refused) draft).why();
    assertThat(why.sentence()).endsWith(".").doesNotContain("null");
    assertThat(why.remedy()).endsWith(".").doesNotContain("null");
    return why.code();
  }

  private Draft.Signable signable() {
    Draft draft = draft();
    assertThat(draft).isInstanceOf(Draft.Signable.class);
    return (Draft.Signable) draft;
  }

  @Test
  void draftsWhatItSaysAndNothingElse() {
    Draft.Signable draft = signable();
    DraftedTransaction transaction = draft.transaction();
    assertThat(draft.amount()).isEqualTo(sample.deposit());
    assertThat(transaction.to()).isEqualTo(world.model.trainer());
    assertThat(transaction.value()).isEqualTo(Wei.ZERO);
    assertThat(transaction.data()).isEqualTo(ClaimWorld.input(sample, true));
    assertThat(transaction.method()).isEqualTo("refund(int64[],uint64,uint256)");
    assertThat(transaction.unknownCode()).isFalse();
    assertThat(transaction.gas()).isBetween(draft.gas(), 1L << 24);
    assertThat(transaction.words()).anyMatch(word -> word.contains(draft.amount().toEth()));
    BigInteger fee = sample.deposit().amount().subtract(draft.net());
    assertThat(fee.mod(BigInteger.valueOf(draft.gas()))).isZero();
  }

  @Test
  void refusesAnAmountThatTheNodeSeesOtherwise() {
    node.bend("eth_simulateV1", replacing(word(sample.deposit().amount()), word(BigInteger.TWO)));
    assertThat(refusal()).isEqualTo("simulation-differs");
  }

  @Test
  void refusesWhatFailsOnTheNode() {
    String data = Hex.text(Abi.call("NothingClaimable()"));
    node.bend(
        "eth_simulateV1",
        (question, answer) ->
            FakeNode.result(
                question,
                "[{\"calls\":[{\"status\":\"0x0\",\"gasUsed\":\"0x5208\",\"logs\":[],\"returnData\":\"%s\"}]}]"
                    .formatted(data)));
    assertThat(refusal()).isEqualTo("simulation-reverted");
    assertThat(((Draft.Refused) draft()).why().sentence()).contains("deposit");
  }

  @Test
  void refusesWhileTheIndexIsMoreThanTenBlocksBehind() {
    anvil.mine(10);
    assertThat(draft()).isInstanceOf(Draft.Signable.class);
    anvil.mine(1);
    assertThat(refusal()).isEqualTo("stale");
    world.catchUp();
    assertThat(draft()).isInstanceOf(Draft.Signable.class);
  }

  @Test
  void refusesWhileTheIndexIsMoreThanTwoMinutesBehind() {
    world.mineAt(world.now() + 120);
    assertThat(draft()).isInstanceOf(Draft.Signable.class);
    world.mineAt(world.now() + 1);
    assertThat(refusal()).isEqualTo("stale");
  }

  @Test
  void refusesByABlockThatTheChainHasReplaced() {
    anvil.reorg(1);
    anvil.mine(1);
    assertThat(refusal()).isEqualTo("reorganised");
  }

  @Test
  void refusesOnAChainWhoseIndexHasStopped() {
    world.get(ChainProgress.class).halt(ClaimWorld.CHAIN, "a final block was replaced");
    assertThat(refusal()).isEqualTo("halted");
  }

  @Test
  void refusesWhileTheNodeIsSilent() {
    node.refuse("eth_getBlockByNumber", -32000, "busy");
    assertThat(refusal()).isEqualTo("node-unavailable");
  }

  @Test
  void doesWithoutASimulationWhereTheNodeHasNone() {
    node.refuse("eth_simulateV1", -32601, "the method eth_simulateV1 does not exist");
    assertThat(signable().amount()).isEqualTo(sample.deposit());
    long asked = simulations();
    assertThat(signable().gas()).isPositive();
    assertThat(simulations()).isEqualTo(asked).isEqualTo(1);
  }

  @Test
  void noticesADifferenceWithoutASimulationToo() {
    node.refuse("eth_simulateV1", -32601, "the method eth_simulateV1 does not exist");
    world.send(world.account(1), ClaimWorld.input(sample, true), 0);
    assertThat(refusal()).isEqualTo("simulation-reverted");
  }

  @Test
  void followsTheChainWhereTheReplayIsWithheld() {
    world.world.withhold(world.model.id(), "for this test");
    assertThat(signable().amount()).isEqualTo(sample.deposit());
    ClaimSheet sheet = sheet();
    assertThat(sheet.answer()).isEqualTo(ClaimSheet.Source.CHAIN);
    assertThat(sheet.snapshot()).isEqualTo(ClaimSheet.Source.INDEX);
  }

  @Test
  void readsTheBooksOnTheChainWhereAClaimNamesNoSample() {
    Sample other = world.add(world.account(2), ClaimWorld.NO, 0, world.now() + 1);
    world.mineAt(other.blockTime() + 100);
    world.send(world.account(2), ClaimWorld.input(other, true), 0);
    world.catchUp();
    world.world.jdbc().sql("update claim set link = 'none', sample_key = null").update();
    ClaimSheet sheet = sheet();
    assertThat(sheet.snapshot()).isEqualTo(ClaimSheet.Source.CHAIN);
    assertThat(sheet.mode(ClaimKind.REFUND).orElseThrow().amount()).isEqualTo(sample.deposit());
    EligibilityResult settled =
        world.get(Eligibility.class).judgeAndDraft(other.log(), world.account(2));
    assertThat(((EligibilityResult.Judged) settled).sheet().claimable()).isEqualTo(Wei.ZERO);
  }

  @Test
  void knowsNoSampleThatIsNotIndexed() {
    LogRef nowhere = new LogRef(ClaimWorld.CHAIN, Hash32.of(new byte[32]), 0);
    assertThat(world.get(Signing.class).draft(nowhere, world.account(1), ClaimKind.REFUND))
        .isInstanceOf(Draft.NotIndexed.class);
    assertThat(world.get(Eligibility.class).judgeAndDraft(nowhere, world.account(1)))
        .isInstanceOf(EligibilityResult.NotIndexed.class);
  }

  @Test
  void saysWhatTheClaimCostsAsLongAsANodeTells() {
    JudgedMode refund = sheet().mode(ClaimKind.REFUND).orElseThrow();
    assertThat(refund.gas()).isPositive();
    assertThat(refund.transaction()).isNotNull();
    node.refuse("eth_gasPrice", -32000, "busy");
    refund = sheet().mode(ClaimKind.REFUND).orElseThrow();
    assertThat(refund.allowed()).isTrue();
    assertThat(refund.gas()).isNull();
  }

  @Test
  void doubtsCodeThatIsNotOursAndPaysAWalletThatStandsForOtherCode() {
    try (ClaimWorld originals = ClaimWorld.of(Mechanisms.STAKEABLE_1)) {
      Address wallet = originals.anvil.deploy(Artifact.forTests("ProxyWallet"));
      originals.send(originals.account(1), wallet, new byte[0], BigInteger.TEN.pow(18), "0x100000");
      Sample own = addBy(originals, wallet);
      Draft draft = originals.get(Signing.class).draft(own.log(), wallet, ClaimKind.REFUND);
      assertThat(draft).isInstanceOf(Draft.Signable.class);
      DraftedTransaction transaction = ((Draft.Signable) draft).transaction();
      assertThat(transaction.unknownCode()).isTrue();
      assertThat(failsColdly(originals, wallet, transaction)).isTrue();
      JsonNode receipt = run(originals, wallet, 0, transaction.data());
      assertThat(originals.paid(receipt)).isEqualTo(Optional.of(own.deposit()));
    }
  }

  private static Sample addBy(ClaimWorld world, Address wallet) {
    byte[] input = new TrainerCall.AddData(ClaimWorld.NO, new UInt64(0)).encode();
    assertThat(ClaimWorld.succeeded(run(world, wallet, 4_000_000, input))).isTrue();
    world.mineAt(world.now() + 100);
    world.catchUp();
    return world.samples().getLast();
  }

  private static JsonNode run(ClaimWorld world, Address wallet, long wei, byte[] input) {
    byte[] call = Abi.call("run(address,uint256,bytes)", world.model.trainer(), wei, input);
    return world.send(world.account(1), wallet, call, BigInteger.ZERO, "0x400000");
  }

  /** As if the wallet had not been touched before it is paid. */
  private static boolean failsColdly(
      ClaimWorld world, Address wallet, DraftedTransaction transaction) {
    SimulationBlock simulated =
        SimulationBlock.of(world.get(ClaimContexts.class).node(ClaimWorld.CHAIN));
    SimulatedCall cold =
        new SimulatedCall(
            wallet, transaction.to(), transaction.data(), Wei.ZERO, transaction.gas(), List.of());
    return !simulated.tryOut(List.of(cold)).outcomes().getFirst().succeeded();
  }

  private ClaimSheet sheet() {
    EligibilityResult judgement =
        world.get(Eligibility.class).judgeAndDraft(sample.log(), world.account(1));
    assertThat(judgement).isInstanceOf(EligibilityResult.Judged.class);
    return ((EligibilityResult.Judged) judgement).sheet();
  }

  private long simulations() {
    return node.asked().stream().filter("eth_simulateV1"::equals).count();
  }

  private static BinaryOperator<JsonNode> replacing(String from, String to) {
    return (question, answer) -> JSON.readTree(answer.toString().replace(from, to));
  }

  private static String word(BigInteger value) {
    return String.format("%064x", value);
  }
}
