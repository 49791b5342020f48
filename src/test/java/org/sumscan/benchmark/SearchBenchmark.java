package org.sumscan.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Bounds;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenSamples;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SampleCriteria;
import org.sumscan.ledger.SamplePage;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.SampleQuery.Sort;
import org.sumscan.ledger.Samples;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.testing.TestDatabase;

/**
 * Searches many samples in every way that the pages do, a page of 50 each time, and prints how long
 * that takes beside a limit measured in the same run: reading 50 samples that are known by their
 * logs.
 */
public final class SearchBenchmark {

  private static final int PAGE = 50;
  private static final int ROUNDS = 40;

  private final Samples samples;
  private final OpenSamples open;
  private final long now;
  private final Random random = new Random(1);

  private SearchBenchmark(TestDatabase database, long now) {
    this.samples = new Samples(database.dataSource());
    this.open = new OpenSamples(database.dataSource());
    this.now = now;
  }

  /** Takes the number of samples, and how many of them are open. */
  public static void main(String[] arguments) {
    long all = Long.parseLong(arguments[0]);
    long open = Long.parseLong(arguments[1]);
    try (TestDatabase database = TestDatabase.create()) {
      ManySamples many = new ManySamples(database.jdbc(), all, open);
      many.fill();
      System.out.printf(
          Locale.ROOT,
          "%,d samples, %,d of them open; milliseconds, median and 95th percentile of %d:%n",
          all,
          database.jdbc().sql("select count(*) from open_sample").query(Long.class).single(),
          ROUNDS);
      SearchBenchmark benchmark = new SearchBenchmark(database, many.now());
      benchmark.shapes().forEach(benchmark::measure);
    }
    System.exit(0);
  }

  private SampleCriteria.Builder criteria() {
    return new SampleCriteria.Builder().now(Map.of(ManySamples.CHAIN, now));
  }

  private Map<String, IntFunction<Runnable>> shapes() {
    Map<String, IntFunction<Runnable>> shapes = new LinkedHashMap<>();
    List<LogRef> known = known();
    shapes.put(
        "limit: " + PAGE + " samples by their logs",
        round -> {
          List<LogRef> some = new ArrayList<>();
          for (int i = 0; i < PAGE; i++) some.add(known.get(random.nextInt(known.size())));
          return () -> samples.find(some);
        });
    shapes.put("all, newest", round -> page(criteria(), Sort.NEWEST));
    shapes.put("all, a page far back", round -> page(at(round), Sort.NEWEST));
    shapes.put("all, largest deposit", round -> page(criteria(), Sort.LARGEST_DEPOSIT));
    shapes.put("one model, newest", round -> page(ofModel(round), Sort.NEWEST));
    shapes.put("one model, one label", round -> page(ofModel(round).label(label(1)), Sort.NEWEST));
    shapes.put("one model, a rare label", round -> page(ofModel(0).label(label(9)), Sort.NEWEST));
    shapes.put("one model, a day", round -> page(inADay(ofModel(round), round), Sort.OLDEST));
    shapes.put("one account, newest", round -> page(ofAuthor(round), Sort.NEWEST));
    shapes.put(
        "not mine, deposits in a range",
        round ->
            page(
                criteria()
                    .notSender(ManySamples.author(round))
                    .deposit(new Bounds<>(Wei.of(1_000_000_000_000L), Wei.of(1_100_000_000_000L))),
                Sort.LARGEST_DEPOSIT));
    for (ClaimStatus status : ClaimStatus.values()) {
      Sort sort = status == ClaimStatus.CLAIMED ? Sort.NEWEST : Sort.URGENT;
      String name = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      shapes.put(name, round -> page(criteria().standing(status), sort));
      shapes.put("one model, " + name, round -> page(ofModel(round).standing(status), sort));
    }
    shapes.put(
        "reportable, newest",
        round -> page(criteria().standing(ClaimStatus.REPORTABLE), Sort.NEWEST));
    shapes.put(
        "reportable, not mine, largest deposit",
        round ->
            page(
                criteria().standing(ClaimStatus.REPORTABLE).notSender(ManySamples.author(round)),
                Sort.LARGEST_DEPOSIT));
    shapes.put("one account, refundable", round -> page(refundable(round), Sort.URGENT));
    shapes.put("the model agrees", round -> page(criteria().agrees(true), Sort.URGENT));
    shapes.put(
        "one model, reported once",
        round -> page(ofModel(round).claimed(Claim.Kind.REPORT), Sort.NEWEST));
    shapes.put("counts of all", round -> () -> samples.counts(criteria().build()));
    shapes.put("counts of one model", round -> () -> samples.counts(ofModel(round).build()));
    shapes.put("counts of one account", round -> () -> samples.counts(ofAuthor(round).build()));
    shapes.put(
        "counts of one model's day",
        round -> () -> samples.counts(inADay(ofModel(round), round).build()));
    shapes.put(
        "what pays an account now",
        round -> () -> open.candidates(ManySamples.CHAIN, ManySamples.author(round), PAGE));
    shapes.put(
        "absurd: a label that does not exist",
        round -> page(criteria().label(label(77)), Sort.NEWEST));
    return shapes;
  }

  private static UInt64 label(long number) {
    return new UInt64(number);
  }

  private SampleCriteria.Builder ofModel(int round) {
    return criteria().model(ManySamples.model(round % 20));
  }

  private SampleCriteria.Builder ofAuthor(int round) {
    return criteria().sender(ManySamples.author(round * 100));
  }

  private SampleCriteria.Builder refundable(int round) {
    return ofAuthor(round).standing(ClaimStatus.REFUNDABLE);
  }

  private SampleCriteria.Builder at(int round) {
    return criteria().time(new Bounds<>(null, now - 1_000_000L - round * 100_000L));
  }

  private SampleCriteria.Builder inADay(SampleCriteria.Builder like, int round) {
    long from = now - 86_400L * (20 + 3 * round);
    return like.time(new Bounds<>(from, from + 86_400));
  }

  private Runnable page(SampleCriteria.Builder criteria, Sort sort) {
    SampleQuery query = new SampleQuery(criteria.build(), sort, PAGE, null);
    return () -> samples.search(query);
  }

  private List<LogRef> known() {
    List<LogRef> known = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      SamplePage page = samples.search(new SampleQuery(at(round).build(), Sort.NEWEST, 200, null));
      page.samples().stream().map(Sample::log).forEach(known::add);
    }
    return known;
  }

  private void measure(String name, IntFunction<Runnable> shape) {
    List<Double> times = new ArrayList<>();
    boolean refused = false;
    shape.apply(0);
    for (int round = 0; round < ROUNDS && !refused; round++) {
      Runnable question = shape.apply(round);
      long start = System.nanoTime();
      try {
        question.run();
      } catch (SearchTooBroad tooMuch) {
        refused = true;
      }
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "  %-42s %9.1f %9.1f%s%n",
        name,
        times.get(times.size() / 2),
        times.get(Math.min(times.size() - 1, times.size() * 95 / 100)),
        refused ? "  broken off with a message" : "");
  }
}
