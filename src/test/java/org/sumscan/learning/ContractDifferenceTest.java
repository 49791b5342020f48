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
    ClassifierPair.Tally tally = new ClassifierPair.Tally();
    for (int i = 0; i < MODELS; i++) {
      ClassifierPair pair = pair(rules, random);
      pair.compareState();
      for (int round = 0; round < ROUNDS; round++) pair.compare(SAMPLES_A_ROUND, tally);
    }
    tally.assertSomethingOfEach();
  }

  @Test
  void samplesLongerThanWhatLongsCanSumUpAreWeighedAsOnTheContract() {
    Random random = new Random(5);
    ClassifierPair.Tally tally = new ClassifierPair.Tally();
    for (int i = 0; i < 4; i++) {
      ClassifierPair pair = pair(LearningRules.NAIVE_BAYES_2, random);
      List<ContractClassifier.Sample> samples = new ArrayList<>();
      for (int count : new int[] {4095, 4096, 4097, 6000}) {
        samples.add(new ContractClassifier.Sample(random.longs(count, 0, 30).toArray(), 0));
      }
      pair.compare(samples, tally);
    }
  }

  private static ClassifierPair pair(LearningRules rules, Random random) {
    Artifact artifact = artifact(rules);
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON -> DenseClassifierPair.perceptron(rules, random, anvil, artifact);
      case SPARSE_PERCEPTRON -> SparseClassifierPair.perceptron(rules, random, anvil, artifact);
      case NAIVE_BAYES -> SparseClassifierPair.bayes(rules, random, anvil, artifact);
      case NEAREST_CENTROID -> DenseClassifierPair.centroids(rules, random, anvil, artifact);
      case SPARSE_NEAREST_CENTROID ->
          SparseClassifierPair.centroids(rules, random, anvil, artifact);
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
