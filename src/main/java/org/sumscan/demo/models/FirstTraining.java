package org.sumscan.demo.models;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sumscan.demo.blueprints.CentroidBlueprint;
import org.sumscan.demo.blueprints.DensePerceptronBlueprint;
import org.sumscan.demo.blueprints.NaiveBayesBlueprint;
import org.sumscan.demo.blueprints.SparseCentroidBlueprint;
import org.sumscan.demo.blueprints.SparsePerceptronBlueprint;
import org.sumscan.demo.data.Example;

/** Trains the models that are deployed, on samples that nobody adds afterwards. */
final class FirstTraining {

  private static final long ONE = 1_000_000_000;

  private FirstTraining() {}

  /** Goes over the samples so often, correcting the weights by what was predicted wrongly. */
  static DensePerceptronBlueprint densePerceptron(
      List<String> classes, List<Example> examples, long rate, int rounds) {
    long[] weights = new long[examples.getFirst().features().length];
    for (int round = 0; round < rounds; round++) {
      for (Example example : examples) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += (double) weights[i] * example.features()[i];
        if ((sum > 0 ? 1 : 0) == example.label()) continue;
        for (int i = 0; i < weights.length; i++) {
          long step = example.features()[i] * rate / ONE;
          weights[i] += example.label() == 1 ? step : -step;
        }
      }
    }
    return new DensePerceptronBlueprint(classes, weights, rate);
  }

  /** The first training over present features; of the weights the {@code most} largest are kept. */
  static SparsePerceptronBlueprint sparsePerceptron(
      List<String> classes, List<Example> examples, long rate, int rounds, int most) {
    Map<Long, Long> weights = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Example example : examples) {
        long sum = 0;
        for (long feature : example.features()) sum += weights.getOrDefault(feature, 0L);
        if ((sum > 0 ? 1 : 0) == example.label()) continue;
        long step = example.label() == 1 ? rate : -rate;
        for (long feature : example.features()) weights.merge(feature, step, Long::sum);
      }
    }
    long[][] largest =
        pairs(weights).stream()
            .filter(pair -> pair[1] != 0)
            .sorted(Comparator.comparingLong(pair -> -Math.abs(pair[1])))
            .limit(most)
            .toArray(long[][]::new);
    return new SparsePerceptronBlueprint(classes, largest, rate);
  }

  /**
   * Counts features by class.
   *
   * @param features how many there are in all
   */
  static NaiveBayesBlueprint naiveBayes(
      List<String> classes, List<Example> examples, long features) {
    long[] samples = new long[classes.size()];
    List<TreeMap<Long, Long>> counts = maps(classes);
    for (Example example : examples) {
      samples[example.label()]++;
      for (long feature : example.features())
        counts.get(example.label()).merge(feature, 1L, Long::sum);
    }
    return new NaiveBayesBlueprint(classes, samples, arrays(counts), features, ONE);
  }

  /** The means of the classes' samples. */
  static CentroidBlueprint centroid(List<String> classes, List<Example> examples) {
    int dimension = examples.getFirst().features().length;
    long[][] centroids = new long[classes.size()][dimension];
    long[] samples = new long[classes.size()];
    for (Example example : examples) {
      samples[example.label()]++;
      for (int j = 0; j < dimension; j++) centroids[example.label()][j] += example.features()[j];
    }
    for (int k = 0; k < samples.length; k++) {
      for (int j = 0; j < dimension; j++) centroids[k][j] /= samples[k];
    }
    return new CentroidBlueprint(classes, centroids, samples);
  }

  /** The means of the classes' present features, without those that were seen only once. */
  static SparseCentroidBlueprint sparseCentroid(List<String> classes, List<Example> examples) {
    long[] samples = new long[classes.size()];
    List<TreeMap<Long, Long>> counts = maps(classes);
    for (Example example : examples) {
      samples[example.label()]++;
      Arrays.stream(example.features())
          .distinct()
          .forEach(feature -> counts.get(example.label()).merge(feature, 1L, Long::sum));
    }
    for (int k = 0; k < samples.length; k++) {
      long ofClass = samples[k];
      counts.get(k).values().removeIf(count -> count < 2);
      counts.get(k).replaceAll((feature, count) -> count * ONE / ofClass);
    }
    return new SparseCentroidBlueprint(classes, arrays(counts), samples);
  }

  private static List<TreeMap<Long, Long>> maps(List<String> classes) {
    return IntStream.range(0, classes.size()).mapToObj(k -> new TreeMap<Long, Long>()).toList();
  }

  private static long[][][] arrays(List<TreeMap<Long, Long>> maps) {
    return maps.stream().map(map -> pairs(map).toArray(long[][]::new)).toArray(long[][][]::new);
  }

  private static List<long[]> pairs(Map<Long, Long> map) {
    return map.entrySet().stream()
        .map(entry -> new long[] {entry.getKey(), entry.getValue()})
        .toList();
  }
}
