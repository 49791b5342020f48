package org.sumscan.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.FakeNode;
import tools.jackson.databind.JsonNode;

/** A drafted sample costs what was said, and comes back with what was too much. */
class AddDataDraftsTest {

  private final Anvil anvil = Anvil.start();
  private final FakeNode node = FakeNode.before(anvil.url());
  private final ClaimWorld world = ClaimWorld.through(anvil, node.url(), Mechanisms.STAKEABLE_2);
  private final Address account = world.account(1);

  @AfterEach
  void close() {
    world.close();
    node.close();
  }

  private SampleDraft draft(Address by, long[] features, long label) {
    Model model = world.get(Models.class).find(world.model.id()).orElseThrow();
    return world.get(AddDataDrafts.class).draft(model, by, features, new UInt64(label));
  }

  private SampleDraft.Signable signable() {
    SampleDraft draft = draft(account, ClaimWorld.NO, 0);
    assertThat(draft).isInstanceOf(SampleDraft.Signable.class);
    return (SampleDraft.Signable) draft;
  }

  private static String code(SampleDraft draft) {
    assertThat(draft).isInstanceOf(SampleDraft.Refused.class);
    return ((SampleDraft.Refused) draft).why().code();
  }

  @Test
  void saysAWaitInTheLargestUnitThatFits() {
    assertThat(AddDataDrafts.span(0)).isEqualTo("0 seconds");
    assertThat(AddDataDrafts.span(1)).isEqualTo("1 second");
    assertThat(AddDataDrafts.span(90)).isEqualTo("90 seconds");
    assertThat(AddDataDrafts.span(3600)).isEqualTo("60 minutes");
    assertThat(AddDataDrafts.span(86_400)).isEqualTo("24 hours");
    assertThat(AddDataDrafts.span(86_401)).isEqualTo("86401 seconds");
    assertThat(AddDataDrafts.span(777_600)).isEqualTo("9 days");
  }

  @Test
  void costsWhatWasSaidAndGivesTheMarginBack() {
    long time = world.now() + 2 * 3600;
    world.mineAt(time - 7);
    world.catchUp();
    world.nextAt(time);
    SampleDraft.Signable draft = signable();
    assertThat(draft.transaction().value()).isGreaterThan(draft.deposit());
    assertThat(draft.prediction()).isEqualTo(new UInt64(0));
    assertThat(draft.refundableAfter()).isEqualTo(100);
    assertThat(draft.duplicateOf()).isNull();
    assertThat(draft.transaction().words()).anyMatch(word -> word.contains("public for ever"));
    world.nextAt(time);
    send(draft);
    Sample added = world.samples().getLast();
    assertThat(added.deposit()).isEqualTo(draft.deposit());
    assertThat(signable().duplicateOf()).isEqualTo(added.log());
  }

  @Test
  void stillSufficesWhenAnotherSampleComesFirst() {
    world.add(world.account(2), ClaimWorld.YES, 1, world.now() + 5);
    world.mineAt(world.now() + 1000);
    world.catchUp();
    SampleDraft.Signable draft = signable();
    world.add(world.account(2), ClaimWorld.YES, 1, world.now() + 5);
    world.nextAt(world.now() + 1);
    send(draft);
    Sample added = world.samples().getLast();
    assertThat(added.sender()).isEqualTo(account);
    assertThat(added.deposit()).isEqualTo(Wei.of(3_600_000)).isEqualTo(draft.transaction().value());
  }

  private void send(SampleDraft.Signable draft) {
    DraftedTransaction signed = draft.transaction();
    JsonNode receipt =
        world.send(
            account,
            signed.to(),
            signed.data(),
            signed.value().amount(),
            "0x" + Long.toHexString(signed.gas()));
    assertThat(ClaimWorld.succeeded(receipt)).isTrue();
    world.catchUp();
  }

  @Test
  void refusesWhatTheModelOrTheAccountCannotDo() {
    assertThat(code(draft(account, ClaimWorld.NO, 2))).isEqualTo("no-such-class");
    assertThat(code(draft(account, new long[] {-1}, 0))).isEqualTo("model-refuses");
    Address poor = Address.of("0x00000000000000000000000000000000000000aa");
    assertThat(code(draft(poor, ClaimWorld.NO, 0))).isEqualTo("insufficient-funds");
    anvil.mine(11);
    assertThat(code(draft(account, ClaimWorld.NO, 0))).isEqualTo("stale");
  }

  @Test
  void refusesWhileContractAndReplayDisagree() {
    node.bend(
        "eth_call",
        (question, answer) ->
            answer.path("result").asString("").equals("0x" + word(0))
                ? FakeNode.result(question, '"' + "0x" + word(1) + '"')
                : answer);
    assertThat(code(draft(account, ClaimWorld.NO, 0))).isEqualTo("answers-differ");
  }

  private static String word(long value) {
    return String.format("%064x", BigInteger.valueOf(value));
  }
}
