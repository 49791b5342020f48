package org.sumscan.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.incentive.claim.Check;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.Condition;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;

/** Claims are judged check for check as the contracts judge them. */
class ClaimRulesTest {

  private static final long ADDED = 1_600_000_000;
  private static final Waits WAITS = new Waits(100, 300, 700);
  private static final Address AUTHOR = new Address(1, 1, 1);
  private static final Address REPORTER = new Address(2, 2, 2);
  private static final Address OWNER = new Address(3, 3, 3);
  private static final Claimant BY_AUTHOR = new Claimant(AUTHOR, false, BigInteger.ONE);
  private static final Claimant BY_REPORTER = new Claimant(REPORTER, false, BigInteger.TWO);

  @ParameterizedTest
  @EnumSource
  void everyVerdictIsThatOfTheRequirementsTakenInTurn(KnownMechanism rules) {
    Random random = new Random(rules.ordinal());
    int allowed = 0;
    for (int i = 0; i < 50_000; i++) {
      PlainRules plain = randomCase(rules, random);
      Verdict refund = ClaimRules.refund(plain.state(), plain.now());
      Verdict report = ClaimRules.report(plain.state(), plain.now());
      assertThat(outcome(refund)).as("refund of %s", plain).isEqualTo(plain.refund());
      assertThat(outcome(report)).as("report of %s", plain).isEqualTo(plain.report());
      if (report instanceof Verdict.Allowed || refund instanceof Verdict.Allowed) allowed++;
    }
    assertThat(allowed).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void aClaimThatOnlyWaitsPaysFromTheSecondThatItNames(KnownMechanism rules) {
    Random random = new Random(rules.ordinal());
    int opened = 0;
    for (int i = 0; i < 20_000; i++) {
      PlainRules plain = randomCase(rules, random);
      for (Verdict verdict : judged(plain, plain.now())) {
        if (verdict instanceof Verdict.Allowed || verdict.opensAt().isEmpty()) continue;
        long from = verdict.opensAt().getAsLong();
        assertThat(judged(plain, from - 1)).contains(verdict);
        assertThat(judged(plain, from))
            .anyMatch(later -> later instanceof Verdict.Allowed && later.kind() == verdict.kind());
        opened++;
      }
    }
    assertThat(opened).isGreaterThan(200);
  }

  @Test
  void aReporterGetsTheirPartOfAllGoodSamplesRoundedDown() {
    assertThat(share(1000, 1000, 2, 7)).isEqualTo(Wei.of(285));
  }

  @Test
  void aReporterGetsWhatIsLeftWhenTheirShareIsMore() {
    assertThat(share(1000, 284, 2, 7)).isEqualTo(Wei.of(284));
  }

  @Test
  void aReporterGetsWhatIsLeftWhenTheirShareIsNothing() {
    assertThat(share(3, 2, 2, 7)).isEqualTo(Wei.of(2));
  }

  @Test
  void theOwnersWindowOpensBeforeEverybodys() {
    Claimant owner = new Claimant(OWNER, false, BigInteger.ZERO);
    RecordedSample sample = sample(1000, 1000);
    assertThat(report(sample, owner, ADDED + 299)).isInstanceOf(Verdict.Refused.class);
    assertThat(report(sample, owner, ADDED + 300).kind()).isEqualTo(ClaimKind.REPORT_OWNER);
    Claimant poor = new Claimant(REPORTER, false, BigInteger.ZERO);
    assertThat(report(sample, poor, ADDED + 699)).isInstanceOf(Verdict.Refused.class);
    assertThat(report(sample, poor, ADDED + 700).kind()).isEqualTo(ClaimKind.REPORT_ANYONE);
  }

  @Test
  void theAuthorTakesTheirOwnRejectedDepositOnceAnyoneCan() {
    Verdict verdict = report(sample(1000, 1000), BY_AUTHOR, ADDED + 700);
    assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
    assertThat(((Verdict.Allowed) verdict).amount()).isEqualTo(Wei.of(1000));
  }

  @Test
  void aRefusalShowsEveryConditionAndWhenTheWaitIsOver() {
    Verdict verdict =
        ClaimRules.refund(
            new ClaimState(stakeable(7), sample(1000, 1000), BY_AUTHOR, ModelAnswer.DISAGREES),
            ADDED + 99);
    assertThat(verdict.conditions())
        .containsExactly(
            met(Check.IS_AUTHOR),
            met(Check.MODEL_ANSWERS),
            met(Check.NOT_CLAIMED_BEFORE),
            met(Check.SOMETHING_CLAIMABLE),
            new Condition(
                Check.WAIT_IS_OVER, false, OptionalLong.of(ADDED + 100), OptionalLong.empty()),
            Condition.of(Check.MODEL_AGREES, false));
    assertThat(verdict.opensAt()).isEmpty();
    assertThat(((Verdict.Refused) verdict).reason().check()).isEqualTo(Check.WAIT_IS_OVER);
  }

  private static Condition met(Check check) {
    return Condition.of(check, true);
  }

  private static Wei share(long deposit, long left, long valid, long good) {
    Claimant reporter = new Claimant(REPORTER, false, BigInteger.valueOf(valid));
    Verdict verdict =
        ClaimRules.report(
            new ClaimState(stakeable(good), sample(deposit, left), reporter, ModelAnswer.DISAGREES),
            ADDED + 100);
    return ((Verdict.Allowed) verdict).amount();
  }

  private static Verdict report(RecordedSample sample, Claimant claimant, long now) {
    return ClaimRules.report(
        new ClaimState(stakeable(7), sample, claimant, ModelAnswer.AGREES), now);
  }

  private static MechanismState stakeable(long good) {
    return new MechanismState(
        new ClaimTerms(Mechanisms.STAKEABLE_2, WAITS), OWNER, BigInteger.valueOf(good));
  }

  private static RecordedSample sample(long deposit, long left) {
    return new RecordedSample(AUTHOR, ADDED, Wei.of(deposit), Wei.of(left), 0, false);
  }

  private static List<Verdict> judged(PlainRules plain, long now) {
    return plain.mechanism().mechanism().claimKinds().stream()
        .map(kind -> plain.state().judge(kind, now))
        .toList();
  }

  private static Object outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed allowed -> allowed.amount().amount();
      case Verdict.Refused refused -> refused.reason().check();
    };
  }

  /** Waits in no order, as the originals' points allow, and numbers that meet now and then. */
  private static PlainRules randomCase(KnownMechanism rules, Random random) {
    Waits waits = new Waits(random.nextInt(9), random.nextInt(9), random.nextInt(9));
    long deposit = rules.hasDeposits() ? random.nextInt(6) : 0;
    long left = Math.min(deposit, random.nextInt(6));
    int good = 1 + random.nextInt(5);
    Address claimant = List.of(AUTHOR, REPORTER, OWNER).get(random.nextInt(3));
    return new PlainRules(
        new MechanismState(new ClaimTerms(rules.rules(), waits), OWNER, BigInteger.valueOf(good)),
        new RecordedSample(
            random.nextInt(4) == 0 ? OWNER : AUTHOR,
            ADDED,
            Wei.of(deposit),
            Wei.of(left),
            random.nextInt(2),
            random.nextBoolean()),
        new Claimant(
            claimant, random.nextInt(4) == 0, BigInteger.valueOf(random.nextInt(good + 1))),
        ModelAnswer.values()[random.nextInt(3)],
        ADDED + random.nextInt(10));
  }
}
