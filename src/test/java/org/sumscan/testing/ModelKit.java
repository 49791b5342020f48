package org.sumscan.testing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.DensePerceptron;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NaiveBayes;
import org.sumscan.learning.NearestCentroid;
import org.sumscan.learning.SparseNearestCentroid;
import org.sumscan.learning.SparsePerceptron;

/**
 * What it takes to deploy a small model of one kind in several steps, and what it must then be.
 *
 * @param artifact the contract
 * @param constructor the encoded arguments
 * @param calls the initialising calls, in order
 * @param start the model that these make, said without reading them
 * @param classes how many classes it has then
 */
public record ModelKit(
    ClassifierKind kind,
    Artifact artifact,
    byte[] constructor,
    List<byte[]> calls,
    Classifier start,
    int classes) {

  private static final long ONE = 1_000_000_000L;
  private static final List<String> NAMES = List.of("no", "yes");

  /** The kit of a kind, under our rules. */
  public static ModelKit of(ClassifierKind kind) {
    return of(LearningRules.of(kind, 2));
  }

  /** The kit of a kind, under our rules or the originals'. */
  public static ModelKit of(LearningRules rules) {
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON -> densePerceptron(rules);
      case SPARSE_PERCEPTRON -> sparsePerceptron(rules);
      case NAIVE_BAYES -> naiveBayes(rules);
      case NEAREST_CENTROID -> nearestCentroid(rules);
      case SPARSE_NEAREST_CENTROID -> sparseNearestCentroid(rules);
    };
  }

  private static ModelKit densePerceptron(LearningRules rules) {
    Classifier start =
        DensePerceptron.start(rules, 2, big(ONE / 3, -ONE / 5), big(7)[0], ONE / 2)
            .initializeWeights(big(0, 12_345))
            .build();
    return new ModelKit(
        ClassifierKind.DENSE_PERCEPTRON,
        classifier(rules, "DensePerceptron"),
        Abi.tuple(List.of(NAMES, List.of(ONE / 3, -ONE / 5), 7, ONE / 2)),
        List.of(Abi.call("initializeWeights(int80[])", List.of(0, 12_345))),
        start,
        2);
  }

  private static ModelKit sparsePerceptron(LearningRules rules) {
    Classifier start =
        SparsePerceptron.start(rules, 2, big(5, -6), big(-3)[0], ONE / 10)
            .initializeWeights(new UInt64(4), big(ONE, -ONE))
            .initializeSparseWeights(new BigInteger[][] {big(17, 99), big(4, 44)})
            .build();
    return new ModelKit(
        ClassifierKind.SPARSE_PERCEPTRON,
        classifier(rules, "SparsePerceptron"),
        Abi.tuple(List.of(NAMES, List.of(5, -6), -3, ONE / 10)),
        List.of(
            Abi.call("initializeWeights(uint64,int80[])", 4, List.of(ONE, -ONE)),
            Abi.call(
                "initializeSparseWeights(int80[][])", List.of(List.of(17, 99), List.of(4, 44)))),
        start,
        2);
  }

  private static ModelKit naiveBayes(LearningRules rules) {
    Classifier start =
        NaiveBayes.start(
                rules,
                new long[] {3, 2},
                new long[][][] {{{1, 3}, {5, 1}}, {{2, 2}}},
                BigInteger.valueOf(20),
                ONE)
            .initializeCounts(new long[][] {{7, 4}, {8, 1}}, new UInt64(1))
            .addClass(new UInt64(1), new long[][] {{9, 2}})
            .build();
    return new ModelKit(
        ClassifierKind.NAIVE_BAYES,
        classifier(rules, "NaiveBayesClassifier"),
        Abi.tuple(
            List.of(
                NAMES,
                List.of(3, 2),
                List.of(List.of(List.of(1, 3), List.of(5, 1)), List.of(List.of(2, 2))),
                20,
                ONE)),
        List.of(
            Abi.call(
                "initializeCounts(uint32[][],uint64)", List.of(List.of(7, 4), List.of(8, 1)), 1),
            Abi.call("addClass(uint64,uint32[][],string)", 1, List.of(List.of(9, 2)), "maybe")),
        start,
        3);
  }

  private static ModelKit nearestCentroid(LearningRules rules) {
    Classifier start =
        NearestCentroid.start(
                rules, new long[][] {{ONE / 2, ONE / 2, 0}, {-ONE / 2, 0, ONE / 2}}, big(2, 3))
            .extendCentroid(new long[] {ONE / 4}, new UInt64(0))
            .extendCentroid(new long[] {-ONE / 4}, new UInt64(1))
            .addClass(new long[] {0, 0, 0, ONE}, BigInteger.ONE)
            .build();
    return new ModelKit(
        ClassifierKind.NEAREST_CENTROID,
        classifier(rules, "NearestCentroidClassifier"),
        Abi.tuple(
            List.of(
                NAMES,
                List.of(List.of(ONE / 2, ONE / 2, 0), List.of(-ONE / 2, 0, ONE / 2)),
                List.of(2, 3))),
        List.of(
            Abi.call("extendCentroid(int64[],uint64)", List.of(ONE / 4), 0),
            Abi.call("extendCentroid(int64[],uint64)", List.of(-ONE / 4), 1),
            Abi.call("addClass(int64[],string,uint256)", List.of(0, 0, 0, ONE), "maybe", 1)),
        start,
        3);
  }

  private static ModelKit sparseNearestCentroid(LearningRules rules) {
    Classifier start =
        SparseNearestCentroid.start(
                rules, new long[][][] {{{1, ONE / 2}, {3, ONE / 4}}, {{2, ONE}}}, new long[] {4, 2})
            .extendCentroid(new long[][] {{6, ONE / 5}}, new UInt64(1))
            .addClass(new long[][] {{8, ONE / 3}}, new UInt64(1))
            .build();
    return new ModelKit(
        ClassifierKind.SPARSE_NEAREST_CENTROID,
        classifier(rules, "SparseNearestCentroidClassifier"),
        Abi.tuple(
            List.of(
                NAMES,
                List.of(
                    List.of(List.of(1, ONE / 2), List.of(3, ONE / 4)), List.of(List.of(2, ONE))),
                List.of(4, 2))),
        List.of(
            Abi.call("extendCentroid(uint64[][],uint64)", List.of(List.of(6, ONE / 5)), 1),
            Abi.call(
                "addClass(uint64[][],string,uint64)", List.of(List.of(8, ONE / 3)), "maybe", 1)),
        start,
        3);
  }

  private static Artifact classifier(LearningRules rules, String name) {
    return rules.version() == 1
        ? Artifact.forTests("Original" + name.replaceFirst("Classifier$", ""))
        : Artifact.of(name);
  }

  private static BigInteger[] big(long... values) {
    return LongStream.of(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
  }

  /** A sample that the model takes: a unit vector of four values, or some indices below 20. */
  public long[] sample(Random random) {
    if (!kind.isDense()) return random.ints(1 + random.nextInt(6), 0, 20).asLongStream().toArray();
    double[] vector = random.doubles(4, -1, 1).toArray();
    double norm = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    return Arrays.stream(vector).mapToLong(x -> Math.round(x / norm * ONE)).toArray();
  }

  /** Some number of samples. */
  public List<long[]> samples(Random random, int count) {
    List<long[]> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(sample(random));
    }
    return samples;
  }
}
