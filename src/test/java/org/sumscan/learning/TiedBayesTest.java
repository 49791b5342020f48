package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.UInt64;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/**
 * Classes that exact arithmetic cannot tell apart are a tie, whatever their logarithms round to.
 */
class TiedBayesTest {

  private static final long FILLER = 1000;

  /** Two pairs of counts with one product, one feature each. */
  private record Tie(long[] first, long[] second) {}

  @Test
  void aTieGoesToTheFirstClassInJavaAndOnTheContract() {
    List<Tie> ties = ties();
    long[][][] counts = {counts(ties, true), counts(ties, false)};
    long[] samples = {5, 5};
    Classifier model =
        NaiveBayes.start(LearningRules.NAIVE_BAYES_2, samples, counts, BigInteger.TEN, 0).build();
    List<ContractClassifier.Sample> tied = new ArrayList<>();
    int favoured = 0;
    for (int i = 0; i < ties.size(); i++) {
      long[] sample = {2L * i, 2L * i + 1};
      assertThat(model.predict(sample)).isEqualTo(new Prediction.Label(new UInt64(0)));
      tied.add(new ContractClassifier.Sample(sample, 2));
      if (logarithms(ties.get(i).second()) > logarithms(ties.get(i).first())) favoured++;
    }
    // Without the slack, so many would go to the second class.
    assertThat(favoured).isGreaterThan(5);
    try (Anvil anvil = Anvil.start("--hardfork", "prague")) {
      ContractClassifier chain =
          new ContractClassifier(
              anvil,
              Artifact.of("NaiveBayesClassifier"),
              Draw.names(2),
              Draw.unsigned(samples),
              List.of(List.of(), List.of()),
              10,
              0);
      for (int k = 0; k < counts.length; k++) {
        chain.initialize("initializeCounts(uint32[][],uint64)", Draw.pairs(counts[k]), k);
      }
      assertThat(chain.run(tied))
          .allMatch(outcome -> outcome.predicted() && outcome.prediction() == 0);
    }
  }

  private static List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    for (long a = 2; a < 12; a++) {
      for (long b = a + 1; b < 12; b++) {
        ties.add(new Tie(new long[] {a, 30 * b}, new long[] {b, 30 * a}));
        ties.add(new Tie(new long[] {6 * a, 35 * b}, new long[] {10 * a, 21 * b}));
      }
    }
    return ties;
  }

  /** The counts of one class, with a filler that makes the totals of both equal. */
  private static long[][] counts(List<Tie> ties, boolean first) {
    long[][] counts = new long[2 * ties.size() + 1][];
    long total = 0;
    for (int i = 0; i < ties.size(); i++) {
      long[] pair = first ? ties.get(i).first() : ties.get(i).second();
      counts[2 * i] = new long[] {2L * i, pair[0]};
      counts[2 * i + 1] = new long[] {2L * i + 1, pair[1]};
      total += pair[0] + pair[1];
    }
    counts[2 * ties.size()] = new long[] {FILLER, 1_000_000 - total};
    return counts;
  }

  private static long logarithms(long[] counts) {
    return Arrays.stream(counts)
        .map(count -> BinaryLogarithm.of(BigInteger.valueOf(count * EvmIntegers.F)))
        .sum();
  }
}
