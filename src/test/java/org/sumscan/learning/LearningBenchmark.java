package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;

/**
 * Prints how many samples a second are predicted and then learnt, for each rule set: 60 features
 * out of 10,000, or 200 dimensions, in two classes. Run its {@code main}.
 */
final class LearningBenchmark {

  private static final int SAMPLES = 4096;
  private static final long ROUND_NANOS = 1_500_000_000L;
  private static final int FEATURES = 10_000;
  private static final int DIMENSIONS = 200;

  private LearningBenchmark() {}

  /** Takes the wire names of the rules to measure, or none for all. */
  public static void main(String[] names) {
    Arrays.stream(LearningRules.values())
        .filter(rules -> names.length == 0 || Arrays.asList(names).contains(rules.wireName()))
        .forEach(LearningBenchmark::measure);
  }

  private static void measure(LearningRules rules) {
    Random random = new Random(1);
    Classifier model = model(rules, random);
    long[][] samples = new long[SAMPLES][];
    Arrays.setAll(samples, i -> sample(rules, random));
    run(model, samples);
    long count = run(model, samples);
    System.out.printf(
        "%-26s %,10d samples/s%n", rules.wireName(), count * 1_000_000_000L / ROUND_NANOS);
  }

  private static long run(Classifier model, long[][] samples) {
    long end = System.nanoTime() + ROUND_NANOS;
    long count = 0;
    long hits = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 64; i++, count++) {
        long[] sample = samples[(int) (count % SAMPLES)];
        UInt64 label = new UInt64(Math.abs(sample[0]) & 1);
        if (model.predict(sample).equals(new Prediction.Label(label))) hits++;
        if (!(model.update(sample, label) instanceof Training.Learned)) {
          throw new IllegalStateException("a sample was refused");
        }
      }
    }
    if (hits == 0) throw new IllegalStateException("nothing was predicted right");
    return count;
  }

  private static long[] sample(LearningRules rules, Random random) {
    return rules.kind().isDense()
        ? Draw.unitVector(random, DIMENSIONS)
        : LongStream.generate(() -> (long) (FEATURES * Math.pow(random.nextDouble(), 2)))
            .distinct()
            .limit(60)
            .sorted()
            .toArray();
  }

  private static Classifier model(LearningRules rules, Random random) {
    BigInteger zero = BigInteger.ZERO;
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON ->
          DensePerceptron.start(rules, 2, Draw.int80s(random, DIMENSIONS, false), zero, 500_000_000)
              .build();
      case SPARSE_PERCEPTRON ->
          SparsePerceptron.start(rules, 2, Draw.int80s(random, FEATURES, false), zero, 500_000_000)
              .build();
      case NAIVE_BAYES ->
          NaiveBayes.start(
                  rules,
                  new long[] {500, 400},
                  new long[][][] {counts(random, 90), counts(random, 90)},
                  BigInteger.valueOf(FEATURES),
                  EvmIntegers.F)
              .build();
      case NEAREST_CENTROID ->
          NearestCentroid.start(
                  rules,
                  new long[][] {
                    Draw.unitVector(random, DIMENSIONS), Draw.unitVector(random, DIMENSIONS)
                  },
                  new BigInteger[] {BigInteger.TEN, BigInteger.TWO})
              .build();
      case SPARSE_NEAREST_CENTROID ->
          SparseNearestCentroid.start(
                  rules,
                  new long[][][] {counts(random, 1_000_000_000), counts(random, 1_000_000_000)},
                  new long[] {500, 400})
              .build();
    };
  }

  private static long[][] counts(Random random, int most) {
    return IntStream.range(0, FEATURES)
        .mapToObj(feature -> new long[] {feature, random.nextInt(most)})
        .toArray(long[][]::new);
  }
}
