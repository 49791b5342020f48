package org.sumscan.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Indexes many samples from a local chain and prints how many a second, beside three limits: bare
 * fetching, bare writing, and both with decoding but without an index.
 */
public final class IngestBenchmark {

  private static final int ROUNDS = 3;

  private IngestBenchmark() {}

  /** Takes the number of samples, 100,000 by default. */
  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    try (FilledChain chain = FilledChain.of(events)) {
      System.out.printf(
          Locale.ROOT,
          "%,d samples of %d features in %,d blocks; %d rounds, medians:%n",
          events,
          FilledChain.FEATURES,
          chain.head(),
          ROUNDS);
      // The first round warms everything up and is not counted.
      for (int round = 0; round <= ROUNDS; round++) {
        for (Contestant contestant : Contestant.values()) {
          double seconds = contestant.seconds(chain);
          if (round == 0) continue;
          rates.computeIfAbsent(contestant.title(), key -> new ArrayList<>()).add(events / seconds);
        }
      }
    }
    rates.forEach(
        (title, rate) ->
            System.out.printf(Locale.ROOT, "  %-48s %,10.0f samples/s%n", title, median(rate)));
    double index = median(rates.get(Contestant.INDEX.title()));
    double limit = median(rates.get(Contestant.FETCH_DECODE_COPY.title()));
    System.out.printf(
        Locale.ROOT, "  the index reaches %.0f %% of the last%n", 100 * index / limit);
    System.exit(0);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
