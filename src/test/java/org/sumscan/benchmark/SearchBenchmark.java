package org.sumscan.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;

/**
 * Searches many samples in every way that the pages do, a page of 50 each time, and prints how long
 * that takes beside a limit measured in the same run: reading 50 samples that are known by their
 * logs.
 */
public final class SearchBenchmark {

  private static final int ROUNDS = 40;
  private static final int WARM_UPS = 5;
  private static final int EXPORTED = 100_000;
  private static final int EXPORTED_AT_A_TIME = 500;

  private SearchBenchmark() {}

  /**
   * Takes the number of samples, how many of them are open, and the database: {@code embedded}, or
   * the JDBC address of one to fill and keep; after these, if at all, a word of the searches' names
   * that are wanted.
   */
  public static void main(String[] arguments) throws SQLException {
    long all = Long.parseLong(arguments[0]);
    long open = Long.parseLong(arguments[1]);
    try (SearchedDatabase database = SearchedDatabase.open(arguments[2])) {
      ManySamples many = new ManySamples(database.dataSource(), all, open);
      many.fill();
      System.out.printf(
          Locale.ROOT,
          "%,d samples, about %,d of them open; milliseconds, median and 95th percentile of %d:%n",
          all,
          open,
          ROUNDS);
      String wanted = arguments.length > 3 ? arguments[3] : "";
      new Searches(database.dataSource(), many.now())
          .all()
          .forEach((name, search) -> measure(name, search, wanted));
      export(new Samples(database.dataSource()));
    }
    System.exit(0);
  }

  private static void measure(String name, IntFunction<Runnable> search, String wanted) {
    if (!name.contains(wanted)) return;
    List<Double> times = new ArrayList<>();
    boolean refused = false;
    for (int round = -WARM_UPS; round < ROUNDS && !refused; round++) {
      Runnable question = search.apply(Math.floorMod(round, ROUNDS));
      long start = System.nanoTime();
      try {
        question.run();
      } catch (SearchTooBroad tooMuch) {
        refused = true;
      }
      if (round >= 0 || refused) times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "  %-48s %9.1f %9.1f%s%n",
        name,
        times.get(times.size() / 2),
        times.get(Math.min(times.size() - 1, times.size() * 95 / 100)),
        refused ? "  broken off with a message" : "");
  }

  private static void export(Samples samples) {
    SampleQuery query =
        new SampleQuery(SampleCriteria.ALL, SampleQuery.Sort.OLDEST, EXPORTED_AT_A_TIME, null);
    long start = System.nanoTime();
    long read = 0;
    for (String cursor = null; read < EXPORTED; ) {
      SamplePage page = samples.search(query.after(cursor));
      read += page.samples().size();
      cursor = page.next();
      if (cursor == null) break;
    }
    System.out.printf(
        Locale.ROOT,
        "  an export reads %,.0f samples a second%n",
        read / ((System.nanoTime() - start) / 1e9));
  }
}
