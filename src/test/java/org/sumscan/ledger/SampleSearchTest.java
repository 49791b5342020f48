package org.sumscan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.sumscan.ledger.SampleQuery.Sort;
import org.sumscan.testing.TestDatabase;

/** Every filter and order finds what looking at every sample finds, and reads an index to do so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSearchTest {

  private static final int ROWS = 30_000;
  private static final ChainId ONE = new ChainId(1);
  private static final ChainId OTHER = new ChainId(2);
  private static final Map<ChainId, Long> NOW = Map.of(ONE, 12_000L, OTHER, 9_000L);
  private static final Comparator<Sample> OLDEST =
      Comparator.comparingLong(Sample::blockTime)
          .thenComparing(sample -> sample.model().chain())
          .thenComparing(Sample::position);
  private static final Comparator<Sample> PLACE =
      Comparator.<Sample, ChainId>comparing(sample -> sample.model().chain())
          .thenComparing(Sample::position);

  private final TestDatabase database = TestDatabase.create();
  private final Samples samples = new Samples(database.dataSource());
  private List<Sample> all = List.of();

  @BeforeAll
  void fill() {
    for (String sql :
        """
        insert into chain (id, name, first_block) values (1, 'one', 0), (2, 'other', 0);
        insert into emitter (chain_id, address, listed)
          select 1 + i %% 2, decode(lpad(to_hex(4096 + i), 40, '0'), 'hex'), true
          from generate_series(0, 9) i;
        insert into part select id, address, address, address, address,
            (array['stakeable/2', 'stakeable/1', 'points/1', 'points/2'])[1 + id %% 4],
            1000, 2000, case id %% 4 when 2 then 500 else 4000 end
          from emitter;
        insert into model_total (model_id) select id from emitter;
        insert into sample select 1 + i %% 2, i / 4, i %% 4, 1 + i %% 10, 1000 + i / 4 * 2,
            sha256((i / 4)::text::bytea), sha256(('t' || i)::bytea),
            decode(lpad(to_hex(i %% 97), 40, '0'), 'hex'), sha256(('k' || i)::bytea), i %% 3,
            1000 + i / 4 * 2, case when i %% 5 = 0 then 0 else i * 7919 %% 1000 end, array[i, -i]
          from generate_series(0, %d) i;
        insert into claim (chain_id, block_number, log_index, model_id, kind, block_time,
            block_hash, transaction_hash, claimant, amount, sample_key, link)
          select chain_id, block_number, log_index + 10, model_id,
            case when block_number %% 2 = 0 then 'refund' else 'report' end, block_time, block_hash,
            transaction_hash, sender,
            case when block_number %% 4 = 0 then deposit else div(deposit, 3) end,
            sample_key, 'event'
          from sample where block_number %% 50 < 9 and deposit > 0;
        insert into open_sample (chain_id, block_number, log_index, model_id, block_time, sender,
            label, deposit, claimable, refund_from, report_from, anyone_from, refunds, reports)
          select chain_id, block_number, log_index, model_id, block_time, sender, label, deposit,
            claimable, refund_from, report_from, anyone_from, refunds, reports
          from standing where is_open;
        update open_sample set answered = true, answered_state = 7, answered_block = block_number,
            agrees = (array[true, false, null])[1 + block_number %% 3]
          where block_number %% 7 <> 0;
        update model_total t set samples = (select count(*) from sample s
              where s.model_id = t.model_id),
            open_samples = (select count(*) from open_sample o where o.model_id = t.model_id);
        insert into account_total (account, model_id, samples)
          select sender, model_id, count(*) from sample group by sender, model_id;
        insert into original select chain_id, transaction_hash, log_index, block_number,
            decode(lpad('1', 40, '0'), 'hex'), 'text', 'matches', 'none', 'x', sample_key,
            to_tsvector('simple', 'Hey Blockchain ' || block_number), now()
          from sample where block_number %% 40 = 3;
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

  private static ModelId model(int number) {
    return new ModelId(new ChainId(1 + number % 2), Address.of("0x%040x".formatted(4096 + number)));
  }

  private static Address sender(int number) {
    return Address.of("0x%040x".formatted(number));
  }

  private static SampleCriteria.Builder criteria() {
    return new SampleCriteria.Builder().now(NOW);
  }

  private static List<SampleCriteria> criteria(ModelId model) {
    Bounds<Long> times = new Bounds<>(2_000L, 2_400L);
    Bounds<Long> blocks = new Bounds<>(3_000L, 3_100L);
    Bounds<Wei> deposits = new Bounds<>(Wei.of(100), Wei.of(120));
    Address sender = sender(42);
    List<SampleCriteria> list =
        new ArrayList<>(
            List.of(
                criteria().model(model).build(),
                criteria().model(model).time(times).build(),
                criteria().model(model).sender(sender).label(new UInt64(1)).build(),
                criteria().chain(OTHER).blocks(blocks).build(),
                criteria().chain(ONE).time(times).build(),
                criteria().time(times).deposit(deposits).build(),
                criteria().sender(sender).build(),
                criteria().model(model).notSender(sender).time(times).build(),
                criteria().model(model).blocks(blocks).claimed(Claim.Kind.REFUND).build(),
                criteria().chain(ONE).sender(sender).claimed(Claim.Kind.REPORT).build(),
                criteria().model(model).chain(OTHER).build(),
                criteria().words("blockchain").time(times).build(),
                criteria().words("\"hey blockchain\" 1003").build(),
                criteria().sender(sender).agrees(true).build(),
                criteria().model(model).agrees(false).words("hey").build()));
    for (ClaimStatus status : ClaimStatus.values()) {
      list.add(criteria().standing(status).time(new Bounds<>(7_000L, 9_000L)).build());
      list.add(criteria().model(model).standing(status).blocks(blocks).build());
      list.add(criteria().model(model(5)).standing(status).time(times).build());
      list.add(criteria().sender(sender).standing(status).build());
      list.add(criteria().standing(status).agrees(true).label(new UInt64(2)).time(times).build());
    }
    return list;
  }

  private static List<SampleQuery> queries(ModelId model) {
    List<SampleQuery> queries = new ArrayList<>();
    for (SampleCriteria criteria : criteria(model)) {
      for (Sort sort : Sort.values()) {
        if (sort == Sort.URGENT && !criteria.isOfOpen()) continue;
        queries.add(new SampleQuery(criteria, sort, 70, null));
      }
    }
    return queries;
  }

  private static boolean matches(SampleCriteria criteria, Sample sample) {
    List<Predicate<Sample>> filters = new ArrayList<>();
    filters.add(s -> criteria.model() == null || s.model().equals(criteria.model()));
    filters.add(s -> criteria.chain() == null || s.model().chain().equals(criteria.chain()));
    filters.add(s -> criteria.sender() == null || s.sender().equals(criteria.sender()));
    filters.add(s -> !s.sender().equals(criteria.notSender()));
    filters.add(s -> criteria.label() == null || s.label().equals(criteria.label()));
    filters.add(s -> criteria.time().contain(s.blockTime()));
    filters.add(s -> criteria.blocks().contain(s.position().block()));
    filters.add(s -> criteria.deposit().contain(s.deposit()));
    filters.add(s -> criteria.standing() == null || statuses(s).contains(criteria.standing()));
    filters.add(s -> criteria.agrees() == null || criteria.agrees().equals(agrees(s)));
    filters.add(s -> claimed(criteria.claimed(), s.claims()));
    filters.add(s -> hasWords(criteria.words(), s.position().block()));
    return filters.stream().allMatch(filter -> filter.test(sample));
  }

  private static Set<ClaimStatus> statuses(Sample sample) {
    OpenState open = sample.open();
    return open == null
        ? Set.of(ClaimStatus.CLAIMED)
        : open.at(NOW.getOrDefault(sample.model().chain(), 0L));
  }

  private static @Nullable Boolean agrees(Sample sample) {
    OpenState open = sample.open();
    return open == null || open.answer() == null ? null : open.answer().agrees();
  }

  private static boolean claimed(Claim.@Nullable Kind kind, ClaimTotals claims) {
    if (kind == null) return true;
    return kind == Claim.Kind.REFUND ? claims.refunds() > 0 : claims.reports() > 0;
  }

  private static boolean hasWords(@Nullable String words, long block) {
    return words == null || block % 40 == 3 && (!words.contains("1003") || block == 1003);
  }

  private static Comparator<Sample> order(Sort sort) {
    Comparator<Sample> byDeposit = Comparator.comparing(Sample::deposit);
    return switch (sort) {
      case URGENT ->
          Comparator.<Sample>comparingLong(
                  s -> s.open() == null ? OpenState.NEVER : s.open().anyoneFrom())
              .thenComparing(PLACE);
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
    for (ClaimStatus status : ClaimStatus.values()) {
      assertThat(all).as(status.name()).anyMatch(sample -> statuses(sample).contains(status));
    }
  }

  @Test
  void findsWhatLookingAtEverySampleFinds() {
    for (SampleQuery query : queries(model(3))) {
      List<LogRef> expected =
          all.stream()
              .filter(sample -> matches(query.criteria(), sample))
              .sorted(order(query.sort()))
              .map(Sample::log)
              .toList();
      List<LogRef> found = new ArrayList<>();
      String cursor = null;
      do {
        SamplePage page = samples.search(query.after(cursor));
        page.samples().forEach(sample -> found.add(sample.log()));
        cursor = page.next();
      } while (cursor != null && found.size() <= 300);
      assertThat(found)
          .as(query.toString())
          .isEqualTo(expected.subList(0, Math.min(expected.size(), found.size())));
      if (expected.size() <= 300) assertThat(found).hasSameSizeAs(expected);
    }
  }

  @Test
  void countsWhatStandsWhere() {
    List<SampleCriteria> questions = new ArrayList<>(criteria(model(3)));
    questions.add(criteria().build());
    questions.add(criteria().chain(OTHER).build());
    for (SampleCriteria criteria : questions) {
      List<Sample> matching =
          all.stream().filter(s -> matches(criteria.standing(null), s)).toList();
      SampleCounts counts = samples.counts(criteria);
      assertThat(counts.all()).as(criteria.toString()).isEqualTo(bounded(matching.size()));
      for (ClaimStatus status : ClaimStatus.values()) {
        long expected = matching.stream().filter(s -> statuses(s).contains(status)).count();
        assertThat(counts.standing().get(status))
            .as(status + " of " + criteria)
            .isEqualTo(bounded(expected));
      }
    }
    assertThat(samples.counts(SampleCriteria.ALL).all()).hasToString("10000+");
  }

  private static BoundedCount bounded(long count) {
    return new BoundedCount(Math.min(count, 10_000), count > 10_000);
  }

  @Test
  void readsAnIndexForEveryQuestion() {
    List<SampleQuery> queries = new ArrayList<>(queries(model(3)));
    for (Sort sort : Sort.values()) {
      if (sort != Sort.URGENT) queries.add(SampleQuery.newest(50).sorted(sort));
    }
    for (SampleQuery query : queries) {
      ModelRow row = ModelRow.of(query.criteria().model(), database.jdbc());
      SampleSearch search = new SampleSearch(query, row);
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

  @Test
  void findsSamplesByTheirLogsInTheOrderAsked() {
    List<LogRef> logs = List.of(all.get(7).log(), all.get(99).log(), all.get(3).log());
    assertThat(samples.find(logs)).extracting(Sample::log).isEqualTo(logs);
    assertThat(samples.find(List.<LogRef>of())).isEmpty();
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
            query.with(criteria().standing(ClaimStatus.OPEN).build()).after(cursor),
            query.after(cursor + "AAAA".repeat(60)),
            query.after("x"),
            query.after("' or 1 = 1 --"),
            query.after(""))) {
      assertThatExceptionOfType(InvalidCursor.class).isThrownBy(() -> samples.search(other));
    }
  }

  @Test
  void aCursorOutlivesTheTimeThatPasses() {
    SampleQuery query =
        new SampleQuery(criteria().standing(ClaimStatus.OPEN).build(), Sort.URGENT, 5, null);
    String cursor = samples.search(query).next();
    SampleCriteria later =
        criteria().standing(ClaimStatus.OPEN).now(Map.of(ONE, 12_001L, OTHER, 9_001L)).build();
    assertThat(samples.search(query.with(later).after(cursor)).samples()).hasSize(5);
  }

  @Test
  void ordersOnlyWhatIsOpenByUrgency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleQuery.newest(5).sorted(Sort.URGENT));
  }
}
