package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.UInt64;

/** Deploying in chunks ends where the contracts' functions of the same names would. */
class StartTest {

  private static final UInt64 FIRST = new UInt64(0);
  private static final BigInteger[] NO_WEIGHTS = {};
  private static final long[][] NO_PAIRS = {};

  @Test
  void ourCountsAreReplacedAndTheOriginalsAddThemToTheTotalAgain() {
    assertThat(totalAfterSettingTwice(LearningRules.NAIVE_BAYES_1)).isEqualTo(12);
    assertThat(totalAfterSettingTwice(LearningRules.NAIVE_BAYES_2)).isEqualTo(7);
  }

  private static long totalAfterSettingTwice(LearningRules rules) {
    NaiveBayes model =
        NaiveBayes.start(rules, new long[] {1}, new long[][][] {{{4, 5}}}, BigInteger.TEN, 1)
            .initializeCounts(new long[][] {{4, 7}}, FIRST)
            .build();
    assertThat(model.featureCount(0, 4)).isEqualTo(7);
    return model.classTotalFeatureCount(0).bits();
  }

  @Test
  void ourValuesAreReplacedAndTheOriginalsAddTheirSquareAgain() {
    assertThat(magnitudeAfterSettingTwice(LearningRules.SPARSE_NEAREST_CENTROID_1)).isEqualTo(25);
    assertThat(magnitudeAfterSettingTwice(LearningRules.SPARSE_NEAREST_CENTROID_2)).isEqualTo(16);
  }

  private static BigInteger magnitudeAfterSettingTwice(LearningRules rules) {
    return SparseNearestCentroid.start(rules, new long[][][] {{{9, 3}}}, new long[] {2})
        .extendCentroid(new long[][] {{9, 4}}, FIRST)
        .build()
        .squaredMagnitude(0);
  }

  @Test
  void chunksEndInTheSameStateAsTheConstructorAlone() {
    for (int version = 1; version <= 2; version++) {
      assertThat(chunkedPerceptron(version).digest()).isEqualTo(wholePerceptron(version).digest());
      LearningRules rules = LearningRules.of(ClassifierKind.NEAREST_CENTROID, version);
      BigInteger[] counts = {BigInteger.TWO};
      assertThat(
              NearestCentroid.start(rules, new long[][] {{1}}, counts)
                  .extendCentroid(new long[] {2, 3}, FIRST)
                  .build()
                  .digest())
          .isEqualTo(
              NearestCentroid.start(rules, new long[][] {{1, 2, 3}}, counts).build().digest());
    }
  }

  private static Classifier wholePerceptron(int version) {
    LearningRules rules = LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, version);
    return SparsePerceptron.start(rules, 2, weights(1, 2, 3), BigInteger.ONE, 5).build();
  }

  private static Classifier chunkedPerceptron(int version) {
    LearningRules rules = LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, version);
    return SparsePerceptron.start(rules, 2, weights(1), BigInteger.ONE, 5)
        .initializeSparseWeights(new BigInteger[][] {weights(2, 9), weights(2, 3)})
        .initializeWeights(new UInt64(1), weights(2))
        .build();
  }

  @Test
  void aModelThatWasBuiltDoesNotChangeWithItsStart() {
    DensePerceptron.Start start =
        DensePerceptron.start(LearningRules.DENSE_PERCEPTRON_2, 2, weights(1), BigInteger.ONE, 5);
    DensePerceptron built = start.build();
    start.initializeWeights(weights(2));
    assertThat(built.dimension()).isEqualTo(1);
    assertThat(start.build().dimension()).isEqualTo(2);
  }

  @Test
  void theOriginalsTakeTheFirstTwoNumbersOfALongerRow() {
    long[][] rows = {{3, 4, 5}};
    NaiveBayes model =
        NaiveBayes.start(
                LearningRules.NAIVE_BAYES_1,
                new long[] {1},
                new long[][][] {rows},
                BigInteger.TEN,
                1)
            .build();
    assertThat(model.featureCount(0, 3)).isEqualTo(4);
    refuses(
        () ->
            NaiveBayes.start(
                LearningRules.NAIVE_BAYES_2,
                new long[] {1},
                new long[][][] {rows},
                BigInteger.TEN,
                1),
        "two entries");
  }

  @Test
  void theOriginalsReadIndicesOfCentroidsByTheirLow32Bits() {
    long[][][] centroids = {{{1L << 32 | 5, 9}}};
    SparseNearestCentroid model =
        SparseNearestCentroid.start(
                LearningRules.SPARSE_NEAREST_CENTROID_1, centroids, new long[] {1})
            .build();
    assertThat(model.features(0)).containsExactly(5);
    refuses(
        () ->
            SparseNearestCentroid.start(
                LearningRules.SPARSE_NEAREST_CENTROID_2, centroids, new long[] {1}),
        "does not fit a uint32");
  }

  @Test
  void whatOurContractsRefuseIsRefused() {
    LearningRules dense = LearningRules.DENSE_PERCEPTRON_2;
    LearningRules bayes = LearningRules.NAIVE_BAYES_2;
    LearningRules centroid = LearningRules.NEAREST_CENTROID_2;
    LearningRules sparse = LearningRules.SPARSE_NEAREST_CENTROID_2;
    BigInteger tooMany = BigInteger.ONE.shiftLeft(32);
    refuses(
        () -> DensePerceptron.start(dense, 3, NO_WEIGHTS, BigInteger.ONE, 1), "two classes, not 3");
    refuses(() -> DensePerceptron.start(dense, 2, weights(1), Draw.power(79), 1), "fit an int80");
    refuses(
        () -> NaiveBayes.start(bayes, new long[0], new long[0][][], BigInteger.TEN, 1),
        "one class");
    refuses(
        () -> NaiveBayes.start(bayes, new long[1], new long[2][][], BigInteger.TEN, 1), "counts");
    refuses(
        () -> NaiveBayes.start(bayes, new long[1], new long[1][0][], BigInteger.ZERO, 1), "2^32");
    refuses(
        () -> NearestCentroid.start(centroid, new long[1][1], new BigInteger[] {tooMany}), "limit");
    refuses(() -> NearestCentroid.start(centroid, new long[1][1], new BigInteger[0]), "its count");
    refuses(
        () -> SparseNearestCentroid.start(sparse, new long[1][0][], new long[] {1L << 32}),
        "limit");
    refuses(
        () ->
            SparseNearestCentroid.start(
                sparse, new long[][][] {{{0, (1L << 61) + 1}}}, new long[] {2}),
        "above 2^62");
    refuses(
        () -> DensePerceptron.start(bayes, 2, NO_WEIGHTS, BigInteger.ONE, 1), "not the rules of");
  }

  @Test
  void aClassThatDoesNotExistCannotBeExtended() {
    UInt64 second = new UInt64(1);
    List<ThrowingCallable> calls = new ArrayList<>();
    for (int version = 1; version <= 2; version++) {
      NaiveBayes.Start bayes =
          NaiveBayes.start(
              LearningRules.of(ClassifierKind.NAIVE_BAYES, version),
              new long[1],
              new long[1][0][],
              BigInteger.TEN,
              1);
      SparseNearestCentroid.Start sparse =
          SparseNearestCentroid.start(
              LearningRules.of(ClassifierKind.SPARSE_NEAREST_CENTROID, version),
              new long[1][0][],
              new long[1]);
      calls.add(() -> bayes.initializeCounts(NO_PAIRS, second));
      calls.add(() -> bayes.initializeCounts(NO_PAIRS, new UInt64(-1)));
      calls.add(() -> sparse.extendCentroid(NO_PAIRS, second));
    }
    calls.forEach(call -> refuses(call, "there is no class"));
  }

  private static BigInteger[] weights(long... numbers) {
    BigInteger[] weights = new BigInteger[numbers.length];
    for (int i = 0; i < numbers.length; i++) weights[i] = BigInteger.valueOf(numbers[i]);
    return weights;
  }

  private static void refuses(ThrowingCallable call, String why) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(why);
  }
}
