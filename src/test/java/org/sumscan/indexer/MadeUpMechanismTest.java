package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.Topics;
import org.sumscan.incentive.ClaimState;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.MechanismState;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.write.Batch;
import org.sumscan.ledger.write.Ledger;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.testing.TestDatabase;

/**
 * A mechanism that no code but its own class knows is judged, stored, searched and offered as its
 * rules say.
 */
class MadeUpMechanismTest {

  private static final ChainId CHAIN = new ChainId(7);
  private static final Waits WAITS = new Waits(100, 150, 160);
  private static final Address TRAINER = Address.of("0x%040x".formatted(0xabc));
  private static final Address AUTHOR = Address.of("0x%040x".formatted(0xa));
  private static final Address REPORTER = Address.of("0x%040x".formatted(0xb));
  private static final ModelId MODEL = new ModelId(CHAIN, TRAINER);
  private static final long ADDED = 1_000;
  private static final Hash32 STATE = new Hash32(5, 6, 7, 8);

  private final Mechanism rules = Mechanisms.named("made-up/1").orElseThrow();
  private final TestDatabase database = TestDatabase.create();
  private final Ledger ledger =
      new Ledger(database.dataSource(), change -> {}, step -> {}, UnlistedLogQuota.USUAL);
  private final Samples samples = new Samples(database.dataSource());
  private final OpenSamples open = new OpenSamples(database.dataSource());

  private Lease lease;

  @BeforeEach
  void addTwoSamples() {
    ledger.register(CHAIN, "test", 0);
    new Listings(database.dataSource())
        .list(MODEL, new ModelParts(TRAINER, TRAINER, TRAINER, TRAINER, rules, WAITS));
    lease = new Leases(database.dataSource()).tip(CHAIN, "test", Duration.ofHours(1)).orElseThrow();
    ledger.anchor(lease, block(0));
    ledger.append(lease, batch(1, List.of(added(0, 30), added(2, 0))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void judgesByItsOwnRules() {
    ClaimState state =
        new ClaimState(
            new MechanismState(new ClaimTerms(rules, WAITS), TRAINER, BigInteger.ZERO),
            new RecordedSample(AUTHOR, ADDED, Wei.of(30), Wei.of(20), 0, false),
            new Claimant(REPORTER, false, BigInteger.ZERO),
            ModelAnswer.DISAGREES);
    Verdict early = state.judge(ClaimKind.REPORT_SHARE, ADDED + 199);
    assertThat(early).isInstanceOf(Verdict.Refused.class);
    assertThat(early.opensAt()).isEqualTo(OptionalLong.of(ADDED + 200));
    Verdict late = state.judge(ClaimKind.REPORT_SHARE, ADDED + 200);
    assertThat(late).isInstanceOf(Verdict.Allowed.class);
    assertThat(late.amount()).isEqualTo(Wei.of(20));
  }

  @Test
  void opensOnlyWhatItsRulesLeaveOpen() {
    assertThat(rows())
        .as("the sample without a deposit is not open")
        .containsExactly("0 30 1100 1200 9223372036854775807 t t f 0 0");
    report(10);
    assertThat(rows()).containsExactly("0 20 1100 1200 9223372036854775807 t f f 0 1");
  }

  @Test
  void findsItsSamplesByTheirStatus() {
    answer(false);
    assertThat(found(ClaimStatus.WAITING, ADDED + 199)).hasSize(1);
    assertThat(found(ClaimStatus.REPORTABLE, ADDED + 199)).isEmpty();
    assertThat(found(ClaimStatus.REPORTABLE, ADDED + 200)).hasSize(1);
    assertThat(found(ClaimStatus.ANYONE_CAN_TAKE, Long.MAX_VALUE - 1)).isEmpty();
    Sample sample = found(ClaimStatus.REPORTABLE, ADDED + 200).getFirst();
    assertThat(Objects.requireNonNull(sample.open()).at(ADDED + 200))
        .isEqualTo(Set.of(ClaimStatus.OPEN, ClaimStatus.REPORTABLE));
    report(10);
    assertThat(found(ClaimStatus.REPORTABLE, ADDED + 200)).isEmpty();
    assertThat(found(ClaimStatus.PARTLY_CLAIMED, ADDED + 200)).hasSize(1);
    answer(true);
    assertThat(found(ClaimStatus.REFUNDABLE, ADDED + 100)).hasSize(1);
  }

  @Test
  void offersItsSamplesToThoseWhomTheyPay() {
    answer(false);
    at(ADDED + 199);
    assertThat(open.candidates(CHAIN, REPORTER, 10)).isEmpty();
    at(ADDED + 200);
    LogRef sample = samples.search(SampleQuery.newest(10)).samples().getLast().log();
    assertThat(open.candidates(CHAIN, REPORTER, 10)).containsExactly(sample);
    assertThat(open.candidates(CHAIN, AUTHOR, 10)).isEmpty();
    report(10);
    Address another = Address.of("0x%040x".formatted(0xc));
    assertThat(open.candidates(CHAIN, another, 10)).isEmpty();
  }

  private List<Sample> found(ClaimStatus status, long now) {
    SampleCriteria criteria =
        new SampleCriteria.Builder().model(MODEL).status(status).now(Map.of(CHAIN, now)).build();
    return samples.search(SampleQuery.newest(10).with(criteria)).samples();
  }

  private void at(long time) {
    database.jdbc().sql("update chain_head set number = 2, time = ?").param(time).update();
  }

  private void answer(boolean agrees) {
    Sample sample = samples.search(SampleQuery.newest(10)).samples().getLast();
    open.answered(
        MODEL,
        STATE,
        1,
        List.of(new OpenSamples.Answered(sample.position(), sample.blockHash(), agrees)));
  }

  private List<String> rows() {
    return database
        .jdbc()
        .sql(
            """
            select concat_ws(' ', log_index, claimable, refund_from, report_from, anyone_from,
              refund_possible, report_possible, report_needs_valid_samples, refunds, reports)
            from open_sample order by log_index
            """)
        .query(String.class)
        .list();
  }

  /** The reporter takes an amount of the first sample. */
  private void report(long amount) {
    Hash32 key = samples.search(SampleQuery.newest(10)).samples().getLast().key();
    ledger.append(
        lease,
        batch(
            2,
            List.of(
                log(2, 0, List.of(Topics.REPORT), ForgerCalls.payment(REPORTER, amount)),
                log(
                    2,
                    1,
                    List.of(Topics.SAMPLE_REPORTED, key, ForgerCalls.topic(REPORTER)),
                    ForgerCalls.amount(amount)))));
  }

  private static TimedLog added(int index, long deposit) {
    return log(
        1,
        index,
        ForgerCalls.addDataTopics(AUTHOR),
        ForgerCalls.addData(new long[] {index}, 1, ADDED, deposit));
  }

  private static TimedLog log(long number, int index, List<Hash32> topics, byte[] data) {
    BlockHeader block = block(number);
    Hash32 transaction = new Hash32(number, index - index % 2, 3, 9);
    return new TimedLog(
        new RawLog(block.block(), transaction, index, TRAINER, topics, data), block.time());
  }

  private static Batch batch(long number, List<TimedLog> logs) {
    BlockHeader block = block(number);
    return new Batch(
        new BlockRange(number, number),
        block.parent(),
        block,
        List.of(block),
        "localhost",
        ProofLevel.FETCHED,
        logs);
  }

  private static BlockHeader block(long number) {
    return new BlockHeader(
        new BlockRef(number, new Hash32(number, 1, 1, 1)),
        new Hash32(number - 1, 1, 1, 1),
        ADDED + number - 1);
  }
}
