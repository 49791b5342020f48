package org.sumscan.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.incentive.claim.Check;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;

/** Prices and verdicts are those of mechanisms on a real chain, to the second and the wei. */
class ContractClaimsTest {

  private static final int ACCOUNTS = 5;
  private static final int STEPS = 60;
  private static final int CLAIMS_A_STEP = 12;

  private static final Map<Check, String> ERRORS =
      Map.of(
          Check.IS_AUTHOR, error("UnknownSample(bytes32)"),
          Check.NOT_OWN_SAMPLE, error("OwnSample(address)"),
          Check.NOT_CLAIMED_BEFORE, error("AlreadyClaimed(address)"),
          Check.NOT_REPORTED_YET, error("AlreadyReported()"),
          Check.SOMETHING_CLAIMABLE, error("NothingClaimable()"),
          Check.WAIT_IS_OVER, error("ClaimTooEarly(uint256,uint256)"),
          Check.MODEL_AGREES, error("ModelDisagrees(uint64,uint64)"),
          Check.MODEL_DISAGREES, error("ModelAgrees(uint64)"),
          Check.HAS_VALID_SAMPLES, error("TooFewValidSamples(uint256,uint256)"));

  private static final Map<Check, String> ORIGINAL_ERRORS =
      Map.of(
          Check.IS_AUTHOR, "no such sample",
          Check.NOT_OWN_SAMPLE, "own sample",
          Check.NO_CLAIM_YET, "claimed by someone",
          Check.NOT_CLAIMED_BEFORE, "claimed before",
          Check.SOMETHING_CLAIMABLE, "nothing claimable",
          Check.WAIT_IS_OVER, "too early",
          Check.MODEL_AGREES, "the model disagrees",
          Check.MODEL_DISAGREES, "the model agrees",
          Check.HAS_VALID_SAMPLES, "no valid sample yet");

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
  @EnumSource
  void everyClaimComesToWhatTheRulesSay(KnownMechanism rules) {
    Random random = new Random(rules.ordinal());
    BigInteger costWeight = new BigInteger("1000000000000007");
    Market market = new Market(anvil, rules, costWeight, account(ACCOUNTS - 1));
    Set<String> seen = new TreeSet<>();
    long now =
        Long.decode(
            anvil.call("eth_getBlockByNumber", "latest", false).get("timestamp").asString());
    for (int step = 0; step < STEPS; step++) {
      now += 1 + random.nextInt(60);
      Wei price = Wei.ZERO;
      if (rules.hasDeposits()) {
        price = rules.rules().price(costWeight, now, market.lastUpdate());
        assertThat(market.price(now)).isEqualTo(price);
      }
      Address author = account(random.nextInt(ACCOUNTS));
      assertThat(market.add(author, random.nextInt(2), now, price.plus(Wei.of(5))))
          .isEqualTo(price);
      if (random.nextInt(3) == 0) market.setPrediction(random.nextInt(2));
      for (int i = 0; i < CLAIMS_A_STEP; i++) now = claim(market, random, now, seen);
    }
    assertThat(seen).contains("REFUND paid", "REPORT_SHARE paid", "WAIT_IS_OVER", "NOT_OWN_SAMPLE");
    assertThat(seen)
        .contains(
            switch (rules) {
              case STAKEABLE_1 ->
                  new String[] {"NOT_CLAIMED_BEFORE", "SOMETHING_CLAIMABLE", "REPORT_ANYONE paid"};
              case STAKEABLE_2 ->
                  new String[] {"NOT_CLAIMED_BEFORE", "SOMETHING_CLAIMABLE", "REPORT_OWNER paid"};
              case POINTS_1 -> new String[] {"NO_CLAIM_YET"};
              case POINTS_2 -> new String[] {"NOT_CLAIMED_BEFORE", "NOT_REPORTED_YET"};
            });
    if (rules.hasDeposits()) assertThat(seen).contains("REPORT_ANYONE paid", "HAS_VALID_SAMPLES");
  }

  /** Judges a claim around a threshold, and pays it for good now and then. */
  private static long claim(Market market, Random random, long now, Set<String> seen) {
    List<Market.Added> samples = market.samples();
    Market.Added sample = samples.get(Math.max(0, samples.size() - 1 - random.nextInt(25)));
    boolean refund = random.nextInt(3) == 0;
    Address account =
        refund && random.nextInt(9) > 0 ? sample.author() : account(random.nextInt(ACCOUNTS));
    Waits waits = Market.WAITS;
    long wait =
        List.of(waits.refund(), waits.ownerClaim(), waits.anyAddressClaim()).get(random.nextInt(3));
    long time = sample.time() + wait - 1 + random.nextInt(3);
    ModelAnswer answer =
        market.prediction() == sample.label() ? ModelAnswer.AGREES : ModelAnswer.DISAGREES;
    ClaimState state =
        new ClaimState(
            market.mechanism(), market.recorded(sample), market.claimant(sample, account), answer);
    Verdict verdict = refund ? ClaimRules.refund(state, time) : ClaimRules.report(state, time);
    Market.Outcome outcome = market.simulate(sample, account, refund, time);
    switch (verdict) {
      case Verdict.Allowed allowed -> {
        assertThat(outcome.paid()).as("%s", verdict).isEqualTo(Optional.of(allowed.amount()));
        seen.add(allowed.kind() + " paid");
      }
      case Verdict.Refused refused -> {
        Check check = refused.reason().check();
        assertThat(outcome.error())
            .as("%s", verdict)
            .isEqualTo(
                market.rules().version() == 1 ? ORIGINAL_ERRORS.get(check) : ERRORS.get(check));
        seen.add(check.name());
      }
    }
    if (verdict instanceof Verdict.Allowed && time > now && random.nextInt(3) == 0) {
      market.claim(sample, account, refund, time);
      return time;
    }
    return now;
  }

  private static Address account(int index) {
    return anvil.accounts().get(index + 1);
  }

  private static String error(String signature) {
    return Hex.text(Abi.selector(signature));
  }
}
