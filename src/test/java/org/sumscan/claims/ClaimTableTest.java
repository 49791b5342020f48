package org.sumscan.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.claims.ClaimSheet.Source;
import org.sumscan.incentive.KnownMechanism;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;
import tools.jackson.databind.JsonNode;

/**
 * At every threshold of every sample, a second before, at it and a second after, verdicts and
 * drafts are what the contracts then do, to the wei.
 */
class ClaimTableTest {

  private static final int SAMPLES = 5;
  private static final List<Long> WAITS = List.of(100L, 200L, 300L);

  @ParameterizedTest
  @EnumSource
  void everyClaimComesToWhatWasSaidOfIt(KnownMechanism rules) {
    try (ClaimWorld world = ClaimWorld.of(rules.rules())) {
      Random random = new Random(7 + rules.ordinal());
      Set<String> seen = new TreeSet<>();
      TreeMap<Long, List<Sample>> moments = moments(world, random);
      for (Map.Entry<Long, List<Sample>> moment : moments.entrySet()) {
        at(world, moment.getKey(), moment.getValue(), random, seen);
      }
      assertThat(seen).contains("refund pays", "report-share pays", "wait-is-over", "is-author");
      assertThat(seen).contains("not-own-sample", "model-agrees", "model-disagrees");
      if (rules.hasDeposits()) {
        assertThat(seen).contains("report-anyone pays", "something-claimable", "is-owner");
        assertThat(seen).contains("has-valid-samples", "shares-are-paid");
        if (rules.version() == 2) assertThat(seen).contains("report-owner pays");
      }
    }
  }

  /** Adds samples and answers which to look at when. */
  private static TreeMap<Long, List<Sample>> moments(ClaimWorld world, Random random) {
    TreeMap<Long, List<Sample>> moments = new TreeMap<>();
    long start = world.now() + 10;
    for (int i = 0; i < SAMPLES; i++) {
      long[] features = random.nextBoolean() ? ClaimWorld.YES : ClaimWorld.NO;
      Sample sample =
          world.add(world.account(1 + i % 3), features, random.nextInt(2), start + 13L * i);
      for (long wait : WAITS) {
        for (int off = -1; off <= 1; off++) {
          long time = sample.blockTime() + wait + off;
          moments.computeIfAbsent(time, t -> new ArrayList<>()).add(sample);
        }
      }
    }
    return moments;
  }

  private record Claim(Sample sample, Address account, boolean refund, Optional<Wei> paid) {}

  private static void at(
      ClaimWorld world, long time, List<Sample> samples, Random random, Set<String> seen) {
    List<Claim> claims = new ArrayList<>();
    for (Sample sample : samples) {
      Set<Address> accounts = new TreeSet<>();
      accounts.add(sample.sender());
      accounts.add(world.account(0));
      accounts.add(world.account(1 + random.nextInt(4)));
      for (Address account : accounts) {
        claims.add(drafted(world, sample, account, true, time, seen));
        claims.add(drafted(world, sample, account, false, time, seen));
      }
    }
    world.mineAt(time);
    assertThat(world.now()).isEqualTo(time);
    world.catchUp();
    for (Claim claim : claims) judged(world, claim, seen);
    settle(world, claims, random);
  }

  /** Drafts a claim for a block at a time, and makes it there as it was drafted. */
  private static Claim drafted(
      ClaimWorld world,
      Sample sample,
      Address account,
      boolean refund,
      long time,
      Set<String> seen) {
    world.nextAt(time);
    Optional<DraftedTransaction> transaction = Optional.empty();
    Set<Optional<Wei>> said = new java.util.HashSet<>();
    for (ClaimKind mode : ClaimKind.values()) {
      if ((mode == ClaimKind.REFUND) != refund) continue;
      switch (world.get(Signing.class).draft(sample.log(), account, mode)) {
        case Draft.Signable signable -> {
          said.add(Optional.of(signable.amount()));
          transaction = Optional.of(signable.transaction());
          seen.add(mode.wireName() + " pays");
        }
        case Draft.Refused refused -> {
          assertThat(refused.why().code()).doesNotStartWith("simulation").isNotEqualTo("stale");
          seen.add(refused.why().code());
        }
        case Draft.NotIndexed missing -> throw new AssertionError(sample);
      }
    }
    Optional<Wei> paid = made(world, sample, account, refund, time, transaction);
    assertThat(said.isEmpty() ? Set.of(Optional.empty()) : said)
        .as("%s refund=%s at +%d", account, refund, time - sample.blockTime())
        .isEqualTo(Set.of(paid));
    return new Claim(sample, account, refund, paid);
  }

  private static Optional<Wei> made(
      ClaimWorld world,
      Sample sample,
      Address account,
      boolean refund,
      long time,
      Optional<DraftedTransaction> drafted) {
    String before = world.anvil.snapshot();
    world.nextAt(time);
    JsonNode receipt =
        drafted.isEmpty()
            ? world.send(account, ClaimWorld.input(sample, refund), 0)
            : world.send(
                account,
                drafted.get().to(),
                drafted.get().data(),
                drafted.get().value().amount(),
                "0x" + Long.toHexString(drafted.get().gas()));
    Optional<Wei> paid = world.paid(receipt);
    assertThat(paid.isPresent()).isEqualTo(ClaimWorld.succeeded(receipt));
    world.anvil.revert(before);
    return paid;
  }

  /** Judges the claim as of a block that was made at the same time, by index and replay alone. */
  private static void judged(ClaimWorld world, Claim claim, Set<String> seen) {
    EligibilityResult judgement =
        world.get(Eligibility.class).judgeAndDraft(claim.sample().log(), claim.account());
    assertThat(judgement).isInstanceOf(EligibilityResult.Judged.class);
    ClaimSheet sheet = ((EligibilityResult.Judged) judgement).sheet();
    assertThat(sheet.asOf().time()).isEqualTo(world.now());
    assertThat(sheet.snapshot()).isEqualTo(Source.INDEX);
    assertThat(sheet.answer()).isEqualTo(Source.INDEX);
    Set<Optional<Wei>> allowed = new java.util.HashSet<>();
    for (JudgedMode mode : sheet.modes()) {
      if ((mode.mode() == ClaimKind.REFUND) != claim.refund()) continue;
      if (mode.allowed()) allowed.add(Optional.ofNullable(mode.amount()));
      if (mode.from() != null) assertThat(mode.from()).isGreaterThan(world.now());
    }
    assertThat(allowed.isEmpty() ? Set.of(Optional.empty()) : allowed)
        .as("%s of %s", sheet, claim)
        .isEqualTo(Set.of(claim.paid()));
    assertThat(world.succeedsNow(claim.account(), ClaimWorld.input(claim.sample(), claim.refund())))
        .isEqualTo(claim.paid().isPresent());
    seen.add(claim.paid().isPresent() ? "paid" : "refused");
  }

  /** Now and then a claim is made for good, but never from the last sample. */
  private static void settle(ClaimWorld world, List<Claim> claims, Random random) {
    LogPosition last = world.samples().getLast().position();
    List<Claim> payable =
        claims.stream()
            .filter(claim -> claim.paid().isPresent())
            .filter(claim -> !claim.sample().position().equals(last))
            .toList();
    if (payable.isEmpty() || random.nextInt(3) > 0) return;
    Claim chosen = payable.get(random.nextInt(payable.size()));
    // Blocks of one second are one block to the contracts; the next moment may be a second later.
    world.nextAt(world.now());
    JsonNode receipt =
        world.send(chosen.account(), ClaimWorld.input(chosen.sample(), chosen.refund()), 0);
    assertThat(world.paid(receipt)).isEqualTo(chosen.paid());
    world.catchUp();
  }
}
