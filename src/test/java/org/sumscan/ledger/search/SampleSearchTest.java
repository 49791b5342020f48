package org.sumscan.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sumscan.ledger.search.SearchedSamples.OLDEST;
import static org.sumscan.ledger.search.SearchedSamples.ONE;
import static org.sumscan.ledger.search.SearchedSamples.OTHER;
import static org.sumscan.ledger.search.SearchedSamples.ROWS;
import static org.sumscan.ledger.search.SearchedSamples.criteria;
import static org.sumscan.ledger.search.SearchedSamples.model;
import static org.sumscan.ledger.search.SearchedSamples.sender;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleQuery.Sort;

/** Every filter and order finds what looking at every sample finds, and reads an index to do so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSearchTest {

  private final SearchedSamples world = new SearchedSamples();
  private final Samples samples = new Samples(world.database().dataSource());
  private final List<Sample> all = world.all();

  @AfterAll
  void close() {
    world.close();
  }

  private static List<SampleCriteria> kinds(ModelId model) {
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
      list.add(criteria().status(status).time(new Bounds<>(7_000L, 9_000L)).build());
      list.add(criteria().model(model).status(status).blocks(blocks).build());
      list.add(criteria().model(model(5)).status(status).time(times).build());
      list.add(criteria().sender(sender).status(status).build());
      list.add(criteria().status(status).agrees(true).label(new UInt64(2)).time(times).build());
    }
    return list;
  }

  private static List<SampleQuery> queries(ModelId model) {
    List<SampleQuery> queries = new ArrayList<>();
    for (SampleCriteria criteria : kinds(model)) {
      for (Sort sort : Sort.values()) {
        if (sort == Sort.URGENT && !criteria.isOfOpen()) continue;
        queries.add(new SampleQuery(criteria, sort, 70, null));
      }
    }
    return queries;
  }

  @Test
  void findsEverySampleOnceInTheOldestFirstOrder() {
    assertThat(all).hasSize(ROWS).isSortedAccordingTo(OLDEST);
    Set<LogRef> distinct = new HashSet<>();
    all.forEach(sample -> distinct.add(sample.log()));
    assertThat(distinct).hasSize(ROWS);
    for (ClaimStatus status : ClaimStatus.values()) {
      assertThat(all)
          .as(status.name())
          .anyMatch(sample -> SearchedSamples.statuses(sample).contains(status));
    }
  }

  @Test
  void findsWhatLookingAtEverySampleFinds() {
    queries(model(3)).forEach(this::assertFound);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsAndCountsWhatLookingAtEverySampleFindsForAnyFilters(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      SampleCriteria criteria = anyCriteria(random);
      Sort sort = Sort.values()[random.nextInt(Sort.values().length)];
      if (sort == Sort.URGENT && !criteria.isOfOpen()) sort = Sort.NEWEST;
      assertFound(new SampleQuery(criteria, sort, 1 + random.nextInt(120), null));
      assertCounted(criteria);
    }
  }

  private static SampleCriteria anyCriteria(Random random) {
    SampleCriteria.Builder any = criteria();
    Predicate<Integer> oneIn = count -> random.nextInt(count) == 0;
    int some = random.nextInt(11_000);
    if (oneIn.test(3)) any.model(model(random.nextInt(11)));
    if (oneIn.test(6)) any.chain(random.nextBoolean() ? ONE : OTHER);
    if (oneIn.test(5)) any.sender(sender(random.nextInt(100)));
    if (oneIn.test(5)) any.notSender(sender(random.nextInt(100)));
    if (oneIn.test(5)) any.label(new UInt64(random.nextInt(4)));
    if (oneIn.test(5)) any.time(new Bounds<>(some + 1_000L, some + 4_000L));
    if (oneIn.test(6)) any.blocks(new Bounds<>(null, some * 1L));
    if (oneIn.test(6)) any.deposit(new Bounds<>(Wei.of(some / 50), null));
    if (oneIn.test(2)) any.status(ClaimStatus.values()[random.nextInt(7)]);
    if (oneIn.test(6)) any.agrees(random.nextBoolean());
    if (oneIn.test(4)) any.claimed(Claim.Kind.values()[random.nextInt(2)]);
    if (oneIn.test(6)) any.words("hey");
    return any.build();
  }

  private void assertFound(SampleQuery query) {
    List<LogRef> expected =
        world.all(query.criteria(), query.sort()).stream().map(Sample::log).toList();
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
    if (cursor == null) assertThat(found).as(query.toString()).hasSameSizeAs(expected);
  }

  @Test
  void countsWhatStandsWhere() {
    kinds(model(3)).forEach(this::assertCounted);
    assertCounted(criteria().build());
    assertCounted(criteria().chain(OTHER).build());
    assertThat(samples.counts(SampleCriteria.ALL).all()).hasToString("10000+");
  }

  private void assertCounted(SampleCriteria criteria) {
    List<Sample> matching = world.all(criteria.status(null), Sort.OLDEST);
    SampleCounts counts = samples.counts(criteria);
    assertThat(counts.all()).as(criteria.toString()).isEqualTo(bounded(matching.size()));
    for (ClaimStatus status : ClaimStatus.values()) {
      long expected =
          matching.stream().filter(s -> SearchedSamples.statuses(s).contains(status)).count();
      assertThat(counts.byStatus().get(status))
          .as(status + " of " + criteria)
          .isEqualTo(bounded(expected));
    }
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
      SearchFacts facts = SearchFacts.of(query.criteria(), world.database().jdbc());
      SampleSearch search = new SampleSearch(query, facts);
      String plan =
          String.join(
              "\n",
              world
                  .database()
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
            query.with(criteria().status(ClaimStatus.OPEN).build()).after(cursor),
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
        new SampleQuery(criteria().status(ClaimStatus.OPEN).build(), Sort.URGENT, 5, null);
    String cursor = samples.search(query).next();
    SampleCriteria later =
        criteria().status(ClaimStatus.OPEN).now(Map.of(ONE, 12_001L, OTHER, 9_001L)).build();
    assertThat(samples.search(query.with(later).after(cursor)).samples()).hasSize(5);
  }

  @Test
  void ordersOnlyWhatIsOpenByUrgency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleQuery.newest(5).sorted(Sort.URGENT));
  }
}
