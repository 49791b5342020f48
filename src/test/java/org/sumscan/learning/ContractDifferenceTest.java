package org.sumscan.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/** Whatever a contract answers to random samples on a real chain, the Java code answers too. */
class ContractDifferenceTest {

  private static final int MODELS = 20;
  private static final int ROUNDS = 2;
  private static final int SAMPLES_A_ROUND = 120;

  private static Anvil anvil;

  @BeforeAll
  static void start() {
    // Later rules of Ethereum bound the gas of a transaction, which here carries many samples.
    anvil = Anvil.start("--hardfork", "prague");
  }

  @AfterAll
  static void stop() {
    anvil.close();
  }

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void randomSamplesComeOutAsOnTheContract(LearningRules rules) {
    Random random = new Random(rules.ordinal());
    Twin.Tally tally = new Twin.Tally();
    for (int i = 0; i < MODELS; i++) {
      Twin twin = twin(rules, random);
      twin.compareState();
      for (int round = 0; round < ROUNDS; round++) twin.compare(SAMPLES_A_ROUND, tally);
    }
    tally.assertSomethingOfEach();
  }

  @Test
  void samplesLongerThanWhatLongsCanSumUpAreWeighedAsOnTheContract() {
    Random random = new Random(5);
    Twin.Tally tally = new Twin.Tally();
    for (int i = 0; i < 4; i++) {
      Twin twin = twin(LearningRules.NAIVE_BAYES_2, random);
      List<Trial.Sample> samples = new ArrayList<>();
      for (int count : new int[] {4095, 4096, 4097, 6000}) {
        samples.add(new Trial.Sample(random.longs(count, 0, 30).toArray(), 0));
      }
      twin.compare(samples, tally);
    }
  }

  private static Twin twin(LearningRules rules, Random random) {
    Artifact artifact = artifact(rules);
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON -> DenseTwin.perceptron(rules, random, anvil, artifact);
      case SPARSE_PERCEPTRON -> SparseTwin.perceptron(rules, random, anvil, artifact);
      case NAIVE_BAYES -> SparseTwin.bayes(rules, random, anvil, artifact);
      case NEAREST_CENTROID -> DenseTwin.centroids(rules, random, anvil, artifact);
      case SPARSE_NEAREST_CENTROID -> SparseTwin.centroids(rules, random, anvil, artifact);
    };
  }

  private static Artifact artifact(LearningRules rules) {
    String name =
        switch (rules.kind()) {
          case DENSE_PERCEPTRON -> "DensePerceptron";
          case SPARSE_PERCEPTRON -> "SparsePerceptron";
          case NAIVE_BAYES -> rules.version() == 1 ? "NaiveBayes" : "NaiveBayesClassifier";
          case NEAREST_CENTROID ->
              rules.version() == 1 ? "NearestCentroid" : "NearestCentroidClassifier";
          case SPARSE_NEAREST_CENTROID ->
              rules.version() == 1 ? "SparseNearestCentroid" : "SparseNearestCentroidClassifier";
        };
    return rules.version() == 1 ? Artifact.forTests("Original" + name) : Artifact.of(name);
  }
}
