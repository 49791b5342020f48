package org.sumscan.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.FakeNode;
import tools.jackson.databind.JsonNode;

/** Many claims at once pay, in their order, what the plan says. */
class PlansTest {

  private static final long[] UNSEEN = {9};

  /** Ours and another's good samples, and another's bad ones, all ripe. */
  private static List<Sample> ripe(ClaimWorld world) {
    List<Sample> samples = new ArrayList<>();
    long start = world.now() + 10;
    for (int i = 0; i < 6; i++) {
      boolean own = i % 2 == 0;
      boolean good = own || i == 1;
      samples.add(
          world.add(world.account(own ? 1 : 2), ClaimWorld.NO, good ? 0 : 1, start + 5L * i));
    }
    world.mineAt(start + 160);
    world.catchUp();
    return samples;
  }

  private static Plan.Planned planned(Plan plan) {
    assertThat(plan).isInstanceOf(Plan.Planned.class);
    return (Plan.Planned) plan;
  }

  private static Plan.Planned chosen(ClaimWorld world, List<Sample> samples, int limit) {
    List<LogRef> logs = samples.stream().map(Sample::log).toList();
    return planned(world.get(Plans.class).chosen(ClaimWorld.CHAIN, world.account(1), logs, limit));
  }

  @Test
  void refundsFirstSinceThatUnlocksShares() {
    try (ClaimWorld world = ClaimWorld.of(Mechanisms.STAKEABLE_2)) {
      Address account = world.account(1);
      List<Sample> samples = ripe(world);
      Plan.Planned plan = chosen(world, samples, Plans.MOST);
      assertThat(plan.chained()).isTrue();
      assertThat(plan.steps())
          .extracting(Plan.Step::mode)
          .containsExactly(
              ClaimKind.REFUND,
              ClaimKind.REFUND,
              ClaimKind.REFUND,
              ClaimKind.REPORT_SHARE,
              ClaimKind.REPORT_SHARE);
      assertThat(plan.dropped())
          .singleElement()
          .satisfies(
              dropped -> {
                assertThat(dropped.sample()).isEqualTo(samples.get(1).log());
                assertThat(dropped.why().code()).isEqualTo("model-disagrees");
              });
      assertThat(claimed(world, account, plan)).isEqualTo(plan.total());
    }
  }

  /** Signs the steps one after the other; answers what they paid, by the account's balance. */
  private static Wei claimed(ClaimWorld world, Address account, Plan.Planned plan) {
    BigInteger before = balance(world, account);
    BigInteger fees = BigInteger.ZERO;
    for (Plan.Step step : plan.steps()) {
      DraftedTransaction signed = step.transaction();
      JsonNode receipt =
          world.send(
              account,
              signed.to(),
              signed.data(),
              signed.value().amount(),
              "0x" + Long.toHexString(signed.gas()));
      assertThat(world.paid(receipt)).isEqualTo(Optional.of(step.amount()));
      fees = fees.add(number(receipt, "gasUsed").multiply(number(receipt, "effectiveGasPrice")));
    }
    return new Wei(balance(world, account).add(fees).subtract(before));
  }

  private static BigInteger balance(ClaimWorld world, Address account) {
    String hex = world.anvil.call("eth_getBalance", account.toString(), "latest").asString();
    return new BigInteger(hex.substring(2), 16);
  }

  private static BigInteger number(JsonNode receipt, String field) {
    return new BigInteger(receipt.get(field).asString().substring(2), 16);
  }

  @Test
  void findsEverythingThatPaysAndLeavesOutWhatTheFeeWouldEat() {
    Anvil anvil = Anvil.start();
    try (FakeNode node = FakeNode.before(anvil.url());
        ClaimWorld world = ClaimWorld.through(anvil, node.url(), Mechanisms.STAKEABLE_2)) {
      ripe(world);
      Plans plans = world.get(Plans.class);
      Plan.Planned dear = planned(plans.everything(ClaimWorld.CHAIN, world.account(1), Plans.MOST));
      assertThat(dear.steps()).isEmpty();
      assertThat(dear.dropped()).isNotEmpty();
      assertThat(dear.dropped()).allMatch(drop -> drop.why().code().equals("does-not-pay"));
      node.bend("eth_gasPrice", (question, answer) -> FakeNode.result(question, "\"0x1\""));
      Plan.Planned cheap =
          planned(plans.everything(ClaimWorld.CHAIN, world.account(1), Plans.MOST));
      assertThat(cheap.steps()).extracting(Plan.Step::mode).contains(ClaimKind.REFUND);
      assertThat(cheap.net()).isPositive();
      assertThat(cheap.steps())
          .filteredOn(step -> step.mode() != ClaimKind.REFUND)
          .isSortedAccordingTo((one, other) -> other.amount().compareTo(one.amount()));
    }
  }

  @Test
  void triesEachByItselfWhereTheNodeCannotChainThemAndSaysSo() {
    Anvil anvil = Anvil.start();
    try (FakeNode node = FakeNode.before(anvil.url());
        ClaimWorld world = ClaimWorld.through(anvil, node.url(), Mechanisms.POINTS_2)) {
      List<Sample> samples = ripe(world);
      node.refuse("eth_simulateV1", -32601, "Method not found");
      Plan.Planned plan = chosen(world, samples.subList(0, 1), Plans.MOST);
      assertThat(plan.chained()).isFalse();
      assertThat(plan.steps()).hasSize(1);
      assertThat(plan.total()).isEqualTo(Wei.ZERO);
    }
  }

  @Test
  void areTriedOutTogetherThoughEachMayUseAWholeBlock() {
    Anvil anvil = Anvil.start();
    try (FakeNode node = FakeNode.before(anvil.url());
        ClaimWorld world = ClaimWorld.through(anvil, node.url(), Mechanisms.STAKEABLE_2)) {
      List<Sample> samples = ripe(world);
      long limit = 1 << 24;
      node.bend("eth_getBlockByNumber", (question, answer) -> withGasLimit(answer, limit));
      node.bend("eth_simulateV1", (question, answer) -> bounded(question, answer, limit));
      assertThat(chosen(world, samples, Plans.MOST).steps()).hasSizeGreaterThan(3);
    }
  }

  /** Refuses calls whose limits do not fit into what those before them have left of the block. */
  private static JsonNode bounded(JsonNode question, JsonNode answer, long limit) {
    JsonNode block = question.at("/params/0/blockStateCalls/0");
    JsonNode raised = block.at("/blockOverrides/gasLimit");
    long left = raised.isString() ? Long.decode(raised.asString()) : limit;
    for (int i = 0; i < block.get("calls").size(); i++) {
      if (Long.decode(block.at("/calls/" + i + "/gas").asString()) > left) {
        return FakeNode.error(question, -38015, "block gas limit reached");
      }
      left -= Long.decode(answer.at("/result/0/calls/" + i + "/gasUsed").asString());
    }
    return answer;
  }

  @Test
  void isBoundedInNumberAndGas() {
    Anvil anvil = Anvil.start();
    try (FakeNode node = FakeNode.before(anvil.url());
        ClaimWorld world = ClaimWorld.through(anvil, node.url(), Mechanisms.STAKEABLE_2)) {
      List<Sample> samples = ripe(world);
      Plan.Planned two = chosen(world, samples, 2);
      assertThat(two.steps()).hasSize(2);
      assertThat(two.dropped()).extracting(drop -> drop.why().code()).contains("too-many");
      long one = two.steps().getFirst().transaction().gas();
      node.bend("eth_getBlockByNumber", (question, answer) -> withGasLimit(answer, one + 1000));
      Plan.Planned small = chosen(world, samples, Plans.MOST);
      assertThat(small.steps()).hasSizeLessThan(3);
      assertThat(small.dropped()).extracting(drop -> drop.why().code()).contains("too-much-gas");
      assertThat(small.steps()).allMatch(step -> step.transaction().gas() <= one + 1000);
    }
  }

  private static JsonNode withGasLimit(JsonNode answer, long limit) {
    if (answer.get("result") instanceof tools.jackson.databind.node.ObjectNode block) {
      block.put("gasLimit", "0x" + Long.toHexString(limit));
    }
    return answer;
  }

  @Test
  void saysWhyASampleIsLeftOut() {
    try (ClaimWorld world = ClaimWorld.of(Mechanisms.STAKEABLE_2)) {
      Sample young = world.add(world.account(1), UNSEEN, 0, world.now() + 5);
      LogRef nowhere = new LogRef(ClaimWorld.CHAIN, young.log().transaction(), 99);
      Plan plan =
          world
              .get(Plans.class)
              .chosen(
                  ClaimWorld.CHAIN, world.account(1), List.of(young.log(), nowhere), Plans.MOST);
      assertThat(planned(plan).dropped())
          .extracting(drop -> drop.why().code())
          .containsExactlyInAnyOrder("wait-is-over", "not-indexed");
      world.anvil.mine(11);
      assertThat(world.get(Plans.class).everything(ClaimWorld.CHAIN, world.account(1), Plans.MOST))
          .isInstanceOfSatisfying(
              Plan.Refused.class, refused -> assertThat(refused.why().code()).isEqualTo("stale"));
    }
  }
}
