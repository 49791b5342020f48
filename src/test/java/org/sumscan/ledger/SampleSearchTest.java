package org.sumscan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.SampleQuery.ClaimState;
import org.sumscan.ledger.SampleQuery.Sort;
import org.sumscan.testing.TestDatabase;

/** Every filter and order finds what looking at every sample finds, and reads an index to do so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSearchTest {

  private static final int ROWS = 30_000;
  private static final ChainId ONE = new ChainId(1);
  private static final ChainId OTHER = new ChainId(2);
  private static final Comparator<Sample> OLDEST =
      Comparator.comparingLong(Sample::blockTime)
          .thenComparing(sample -> sample.model().chain())
          .thenComparing(Sample::position);

  private final TestDatabase database = TestDatabase.create();
  private final Samples samples = new Samples(database.jdbc());
  private List<Sample> all = List.of();

  @BeforeAll
  void fill() {
    for (String sql :
        """
        insert into chain (id, name, first_block) values (1, 'one', 0), (2, 'other', 0);
        insert into emitter (chain_id, address, listed)
          select 1 + i %% 2, decode(lpad(to_hex(4096 + i), 40, '0'), 'hex'), true
          from generate_series(0, 9) i;
        insert into sample select 1 + i %% 2, i / 4, i %% 4, 1 + i %% 10, 1000 + i / 4 * 2,
            sha256((i / 4)::text::bytea), sha256(('t' || i)::bytea),
            decode(lpad(to_hex(i %% 97), 40, '0'), 'hex'), sha256(('k' || i)::bytea), i %% 3,
            1000 + i / 4 * 2, case when i %% 5 = 0 then 0 else i * 7919 %% 1000 end, array[i, -i]
          from generate_series(0, %d) i;
        insert into claim select chain_id, block_number, log_index + 10, model_id,
            case when block_number %% 2 = 0 then 'refund' else 'report' end, block_time, block_hash,
            transaction_hash, sender, 0, sample_key, 'event'
          from sample where block_number %% 50 < 3 and deposit > 0;
        analyze
        """
            .formatted(ROWS - 1)
            .split(";")) {
      database.jdbc().sql(sql).update();
    }
    all = new ArrayList<>();
    for (String cursor = null; ; ) {
      SamplePage page = samples.search(SampleQuery.newest(1000).sorted(Sort.OLDEST).after(cursor));
      all.addAll(page.samples());
      cursor = page.next();
      if (cursor == null) break;
    }
  }

  @AfterAll
  void close() {
    database.close();
  }

  private ModelId model(int number) {
    return new ModelId(new ChainId(1 + number % 2), Address.of("0x%040x".formatted(4096 + number)));
  }

  @SuppressWarnings("unused")
  private static SampleQuery query(
      @Nullable ModelId model,
      @Nullable ChainId chain,
      @Nullable Address sender,
      @Nullable UInt64 label,
      long @Nullable [] times,
      long @Nullable [] blocks,
      long @Nullable [] deposits,
      @Nullable ClaimState claimed,
      Sort sort) {
    return new SampleQuery(
        model,
        chain,
        sender,
        label,
        times == null ? null : times[0],
        times == null ? null : times[1],
        blocks == null ? null : blocks[0],
        blocks == null ? null : blocks[1],
        deposits == null ? null : Wei.of(deposits[0]),
        deposits == null ? null : Wei.of(deposits[1]),
        claimed,
        sort,
        70,
        null);
  }

  private static List<SampleQuery> queries(ModelId model, Sort sort) {
    Address sender = Address.of("0x%040x".formatted(42));
    long[] times = {2_000, 2_400};
    long[] blocks = {3_000, 3_100};
    long[] deposits = {100, 120};
    return List.of(
        query(model, null, null, null, null, null, null, null, sort),
        query(model, null, null, null, times, null, null, null, sort),
        query(model, null, sender, new UInt64(1), null, null, null, null, sort),
        query(null, OTHER, null, null, null, blocks, null, null, sort),
        query(null, ONE, null, null, times, null, null, null, sort),
        query(null, null, null, null, times, null, deposits, null, sort),
        query(null, null, sender, null, null, null, null, null, sort),
        query(model, null, null, null, null, blocks, null, ClaimState.CLAIMED, sort),
        query(model, null, null, null, times, null, null, ClaimState.UNCLAIMED, sort),
        query(model, null, null, null, null, null, null, ClaimState.REFUNDED, sort),
        query(null, ONE, sender, null, null, null, null, ClaimState.REPORTED, sort),
        query(model, OTHER, null, null, null, null, null, null, sort));
  }

  private static boolean matches(SampleQuery query, Sample sample) {
    List<Predicate<Sample>> filters = new ArrayList<>();
    if (query.model() != null) filters.add(s -> s.model().equals(query.model()));
    if (query.chain() != null) filters.add(s -> s.model().chain().equals(query.chain()));
    if (query.sender() != null) filters.add(s -> s.sender().equals(query.sender()));
    if (query.label() != null) filters.add(s -> s.label().equals(query.label()));
    if (query.fromTime() != null) filters.add(s -> s.blockTime() >= query.fromTime());
    if (query.toTime() != null) filters.add(s -> s.blockTime() <= query.toTime());
    if (query.fromBlock() != null) filters.add(s -> s.position().block() >= query.fromBlock());
    if (query.toBlock() != null) filters.add(s -> s.position().block() <= query.toBlock());
    if (query.minDeposit() != null)
      filters.add(s -> s.deposit().compareTo(query.minDeposit()) >= 0);
    if (query.maxDeposit() != null)
      filters.add(s -> s.deposit().compareTo(query.maxDeposit()) <= 0);
    if (query.claimed() != null) filters.add(s -> claimed(query.claimed(), s.claims()));
    return filters.stream().allMatch(filter -> filter.test(sample));
  }

  private static boolean claimed(ClaimState state, ClaimTotals claims) {
    return switch (state) {
      case UNCLAIMED -> claims.refunds() + claims.reports() == 0;
      case CLAIMED -> claims.refunds() + claims.reports() > 0;
      case REFUNDED -> claims.refunds() > 0;
      case REPORTED -> claims.reports() > 0;
    };
  }

  private static Comparator<Sample> order(Sort sort) {
    Comparator<Sample> byDeposit = Comparator.comparing(Sample::deposit);
    return switch (sort) {
      case OLDEST -> OLDEST;
      case NEWEST -> OLDEST.reversed();
      case SMALLEST_DEPOSIT -> byDeposit.thenComparing(OLDEST);
      case LARGEST_DEPOSIT -> byDeposit.thenComparing(OLDEST).reversed();
    };
  }

  @Test
  void findsEverySampleOnceInTheOldestFirstOrder() {
    assertThat(all).hasSize(ROWS).isSortedAccordingTo(OLDEST);
    Set<LogRef> distinct = new HashSet<>();
    all.forEach(sample -> distinct.add(sample.log()));
    assertThat(distinct).hasSize(ROWS);
  }

  @Test
  void findsWhatLookingAtEverySampleFinds() {
    for (Sort sort : Sort.values()) {
      for (SampleQuery query : queries(model(3), sort)) {
        List<LogRef> expected =
            all.stream()
                .filter(sample -> matches(query, sample))
                .sorted(order(sort))
                .map(Sample::log)
                .toList();
        List<LogRef> found = new ArrayList<>();
        String cursor = null;
        do {
          SamplePage page = samples.search(query.after(cursor));
          page.samples().forEach(sample -> found.add(sample.log()));
          cursor = page.next();
        } while (cursor != null && found.size() <= 500);
        assertThat(found)
            .as(query.toString())
            .isEqualTo(expected.subList(0, Math.min(expected.size(), found.size())));
        if (expected.size() <= 500) assertThat(found).hasSameSizeAs(expected);
        assertThat(samples.count(query).value()).isEqualTo(Math.min(expected.size(), 10_000));
      }
    }
  }

  @Test
  void countsUpToALimit() {
    assertThat(samples.count(SampleQuery.newest(1))).hasToString("10000+");
  }

  @Test
  void readsAnIndexForEveryQuestion() {
    for (Sort sort : Sort.values()) {
      List<SampleQuery> queries = new ArrayList<>(queries(model(3), sort));
      queries.add(SampleQuery.newest(50).sorted(sort));
      for (SampleQuery query : queries) {
        SampleSearch search = new SampleSearch(query);
        String plan =
            String.join(
                "\n",
                database
                    .jdbc()
                    .sql("explain " + search.page())
                    .params(search.values())
                    .query(String.class)
                    .list());
        assertThat(plan).as(query.toString()).doesNotContain("Seq Scan on sample");
      }
    }
  }

  @Test
  void refusesACursorOfAnotherQuestionOrOfNone() {
    SampleQuery query = SampleQuery.newest(5);
    String cursor = samples.search(query).next();
    assertThat(samples.search(query.after(cursor)).samples()).hasSize(5);
    for (SampleQuery other :
        List.of(
            query.sorted(Sort.OLDEST).after(cursor),
            query.ofModel(model(1)).after(cursor),
            query.after(cursor + "AAAA".repeat(60)),
            query.after("x"),
            query.after("' or 1 = 1 --"),
            query.after(""))) {
      assertThatExceptionOfType(InvalidCursor.class).isThrownBy(() -> samples.search(other));
    }
  }
}
