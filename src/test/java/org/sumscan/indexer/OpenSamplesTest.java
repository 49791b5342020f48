package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.contracts.Topics;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.write.Batch;
import org.sumscan.ledger.write.Ledger;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.testing.TestDatabase;

/**
 * After any history of samples, claims, late links, ranges out of order and reorgs, what is kept of
 * open samples is what a plain recomputation says.
 */
class OpenSamplesTest {

  private static final ChainId CHAIN = new ChainId(7);
  private static final Mechanism[] RULES = {
    Mechanisms.STAKEABLE_2, Mechanisms.POINTS_2, Mechanisms.POINTS_1
  };
  private static final Waits WAITS = new Waits(100, 200, 50);

  private final TestDatabase database = TestDatabase.create();
  private final Ledger ledger =
      new Ledger(database.dataSource(), change -> {}, step -> {}, UnlistedLogQuota.USUAL);
  private final Listings listings = new Listings(database.dataSource());
  private final ClaimLinks links = new ClaimLinks(database.dataSource());
  private final TreeMap<Long, PlainHistory.Block> blocks = new TreeMap<>();

  @BeforeEach
  void register() {
    ledger.register(CHAIN, "test", 0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Address trainer(int model) {
    return Address.of("0x%040x".formatted(0xabc0 + model));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void keepsWhatAPlainRecomputationSays(int seed) {
    Random random = new Random(seed);
    for (int model = 0; model < RULES.length; model++) {
      if (model < 2 || seed % 2 == 0) list(model);
    }
    PlainHistory history = new PlainHistory(random, RULES.length);
    live(random, history, () -> assertSame(history));
    if (seed % 2 != 0) list(2);
    list(random.nextInt(RULES.length));
    assertSame(history);
  }

  /** Indexes a random history, and looks at it after each step. */
  private void live(Random random, PlainHistory history, Runnable look) {
    Lease lease =
        new Leases(database.dataSource()).tip(CHAIN, "test", Duration.ofHours(1)).orElseThrow();
    ledger.anchor(lease, stored(0, 0));
    for (int round = 0; round < 25; round++) {
      step(random, lease, history, round);
      if (random.nextInt(3) == 0) linkSome(random);
      look.run();
    }
  }

  private void list(int model) {
    Address trainer = trainer(model);
    listings.list(
        new ModelId(CHAIN, trainer),
        new ModelParts(trainer, trainer, trainer, trainer, RULES[model], WAITS));
  }

  /** Mostly goes on; at times leaves a gap that is filled later, or takes another branch. */
  private void step(Random random, Lease lease, PlainHistory history, int round) {
    long tip = blocks.isEmpty() ? 0 : blocks.lastKey();
    int kind = random.nextInt(5);
    if (kind == 0 && tip > 2) {
      long ancestor = tip - 1 - random.nextInt((int) Math.min(tip - 1, 4));
      blocks.tailMap(ancestor, false).clear();
      history.reorg(ancestor);
      List<PlainHistory.Block> made = history.make(ancestor + 1, 1 + random.nextInt(3), round + 1);
      made.forEach(block -> blocks.put(block.number(), block));
      ledger.replace(lease, stored(ancestor), batch(made));
      return;
    }
    List<PlainHistory.Block> first = history.make(tip + 1, 1 + random.nextInt(3), round + 1);
    first.forEach(block -> blocks.put(block.number(), block));
    if (kind > 2) {
      ledger.append(lease, batch(first));
      return;
    }
    List<PlainHistory.Block> second =
        history.make(blocks.lastKey() + 1, 1 + random.nextInt(3), round + 1);
    second.forEach(block -> blocks.put(block.number(), block));
    ledger.append(lease, batch(second));
    ledger.append(lease, batch(first));
  }

  private void linkSome(Random random) {
    for (ClaimLinks.Pending pending : links.pending(CHAIN, LogPosition.START, 100)) {
      if (random.nextInt(3) == 0) continue;
      PlainHistory.Claim claim = claimAt(pending.position());
      Hash32 key = random.nextInt(5) == 0 ? null : claim.key();
      claim.link(key);
      ClaimLinks.LinkMethod way =
          key == null ? ClaimLinks.LinkMethod.NONE : ClaimLinks.LinkMethod.INPUT;
      links.found(CHAIN, pending, way, key);
    }
  }

  private PlainHistory.Claim claimAt(LogPosition position) {
    return blocks.get(position.block()).claims().stream()
        .filter(claim -> claim.at().equals(position))
        .findFirst()
        .orElseThrow();
  }

  private Batch batch(List<PlainHistory.Block> made) {
    List<BlockHeader> stored = made.stream().map(block -> stored(block.number())).toList();
    List<TimedLog> logs = new ArrayList<>();
    made.forEach(block -> logs.addAll(logs(block)));
    BlockRange range = new BlockRange(made.getFirst().number(), made.getLast().number());
    return new Batch(
        range,
        stored.getFirst().parent(),
        stored.getLast(),
        stored,
        "localhost",
        ProofLevel.FETCHED,
        logs);
  }

  private List<TimedLog> logs(PlainHistory.Block block) {
    List<TimedLog> logs = new ArrayList<>();
    for (PlainHistory.Added sample : block.samples()) {
      logs.add(
          log(
              block,
              sample.at().index(),
              sample.model(),
              ForgerCalls.addDataTopics(sample.sender()),
              ForgerCalls.addData(
                  sample.features(), sample.label(), sample.time(), sample.deposit())));
    }
    for (PlainHistory.Claim claim : block.claims()) {
      Hash32 topic = claim.refund() ? Topics.REFUND : Topics.REPORT;
      byte[] paid = ForgerCalls.payment(claim.claimant(), claim.amount());
      logs.add(log(block, claim.at().index(), claim.model(), List.of(topic), paid));
      if (!claim.announced()) continue;
      Hash32 named = claim.refund() ? Topics.SAMPLE_REFUNDED : Topics.SAMPLE_REPORTED;
      List<Hash32> topics = List.of(named, claim.key(), ForgerCalls.topic(claim.claimant()));
      byte[] amount = ForgerCalls.amount(claim.amount());
      logs.add(log(block, claim.at().index() + 1, claim.model(), topics, amount));
    }
    logs.sort(java.util.Comparator.comparingInt(log -> log.raw().index()));
    return logs;
  }

  private TimedLog log(
      PlainHistory.Block block, int index, int model, List<Hash32> topics, byte[] data) {
    BlockHeader stored = stored(block.number());
    Hash32 transaction = new Hash32(block.branch(), block.number(), index - index % 2, 9);
    return new TimedLog(
        new RawLog(stored.block(), transaction, index, trainer(model), topics, data),
        stored.time());
  }

  private BlockHeader stored(long number) {
    PlainHistory.Block block = blocks.get(number);
    return stored(number, block == null ? 0 : block.branch());
  }

  private BlockHeader stored(long number, long branch) {
    PlainHistory.Block below = blocks.get(number - 1);
    long parentBranch = below == null ? 0 : below.branch();
    return new BlockHeader(
        new BlockRef(number, hash(number, branch)),
        hash(number - 1, parentBranch),
        PlainHistory.time(number));
  }

  private static Hash32 hash(long number, long branch) {
    return new Hash32(number, branch, 1, 1);
  }

  private void assertSame(PlainHistory history) {
    PlainHistory.Expected expected = history.expected(blocks.values(), RULES, WAITS, listed());
    assertThat(
            rows(
                """
                select concat_ws(' ', block_number, log_index, e.address, claimable, refund_from,
                  report_from, anyone_from, refund_possible, report_possible,
                  report_needs_valid_samples, refunds, reports)
                from open_sample join emitter e on e.id = model_id order by block_number, log_index
                """))
        .isEqualTo(expected.open());
    assertThat(
            rows(
                """
                select concat_ws(' ', e.address, samples, open_samples, partly_claimed)
                from model_total join emitter e on e.id = model_id order by e.address
                """))
        .isEqualTo(expected.models());
    assertThat(
            rows(
                """
                select concat_ws(' ', t.account, e.address, t.samples, t.deposited, t.refunds,
                  t.refunded, t.reports, t.reported)
                from account_total t join emitter e on e.id = t.model_id
                where t.samples + t.refunds + t.reports > 0 order by t.account, e.address
                """))
        .isEqualTo(expected.accounts());
    assertThat(
            rows(
                """
                select concat_ws(' ', author, sum(amount)) from claim
                where kind = 'report' and author is not null and author <> claimant
                group by author order by author
                """))
        .isEqualTo(expected.lost());
  }

  private List<Integer> listed() {
    List<Integer> listed = new ArrayList<>();
    for (int model = 0; model < RULES.length; model++) {
      if (listings.isListed(new ModelId(CHAIN, trainer(model)))) listed.add(model);
    }
    return listed;
  }

  private List<String> rows(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }
}
