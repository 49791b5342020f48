package org.sumscan.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.sumscan.testing.ReplayedSite;

/** How long the page of a model takes, and how many SQL statements, by how many samples it has. */
public final class PageBenchmark {

  private static final List<Long> SAMPLES = List.of(1_000L, 100_000L, 1_000_000L);
  private static final int WARM_UPS = 200;
  private static final int ROUNDS = 100;

  private PageBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    try (ReplayedSite site = new ReplayedSite()) {
      System.out.printf(
          Locale.ROOT, "samples; milliseconds, median and 95th percentile of %d; SQL%n", ROUNDS);
      for (long samples : SAMPLES) {
        site.replayUpTo(samples);
        measure(site, samples);
      }
    }
    System.exit(0);
  }

  private static void measure(ReplayedSite site, long samples) {
    for (int i = 0; i < WARM_UPS; i++) site.get(site.page());
    List<Double> times = new ArrayList<>();
    int statements = 0;
    for (int i = 0; i < ROUNDS; i++) {
      site.statements();
      long start = System.nanoTime();
      int status = site.get(site.page()).statusCode();
      times.add((System.nanoTime() - start) / 1e6);
      statements = site.statements().size();
      if (status != 200) throw new IllegalStateException("the page answers " + status);
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%,11d %7.1f %7.1f %5d%n",
        samples,
        times.get(ROUNDS / 2),
        times.get(ROUNDS * 95 / 100),
        statements);
  }
}
