package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.sumscan.kernel.UInt64;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/** Twins of the kinds whose samples are vectors. */
final class DenseClassifierPair extends ClassifierPair {

  private final int dimension;

  private DenseClassifierPair(
      Random random, Classifier java, ContractClassifier chain, int dimension) {
    super(random, java, chain);
    this.dimension = dimension;
  }

  @Override
  long[] sample() {
    return Draw.vector(random, dimension);
  }

  static ClassifierPair perceptron(
      LearningRules rules, Random random, Anvil anvil, Artifact artifact) {
    boolean extreme = random.nextBoolean();
    BigInteger[] first = Draw.int80s(random, random.nextInt(5), extreme);
    BigInteger[] more = Draw.int80s(random, 1 + random.nextInt(5), extreme);
    BigInteger intercept = Draw.int80(random, extreme);
    long rate = Draw.oneOf(random, 500_000_000L, 1L, 0xffff_ffffL, 1_000_000_000L);
    ContractClassifier chain =
        new ContractClassifier(anvil, artifact, Draw.names(2), Draw.list(first), intercept, rate);
    chain.initialize("initializeWeights(int80[])", Draw.list(more));
    DensePerceptron java =
        DensePerceptron.start(rules, 2, first, intercept, rate).initializeWeights(more).build();
    DenseClassifierPair pair = new DenseClassifierPair(random, java, chain, java.dimension());
    for (int i = 0; i < java.dimension(); i++) {
      int index = i;
      pair.getters.add(new Getter(Abi.call("weights(uint256)", i), () -> java.weight(index)));
    }
    pair.getters.add(new Getter(Abi.call("intercept()"), java::intercept));
    return pair;
  }

  static ClassifierPair centroids(
      LearningRules rules, Random random, Anvil anvil, Artifact artifact) {
    boolean extreme = random.nextInt(3) == 0;
    int classCount = 1 + random.nextInt(3);
    int dimension = 1 + random.nextInt(6);
    long[][] centroids = new long[classCount][];
    Arrays.setAll(centroids, k -> Draw.values(random, dimension, extreme));
    BigInteger[] counts = new BigInteger[classCount];
    Arrays.setAll(counts, k -> count(rules, random, extreme));
    long[] added = Draw.values(random, dimension, extreme);
    long[] more = Draw.values(random, 2, extreme);
    // Centroids of several lengths, which the originals take and predict by as far as they go.
    int extended = random.nextInt(4) == 0 ? classCount : classCount + 1;
    ContractClassifier chain =
        new ContractClassifier(
            anvil,
            artifact,
            Draw.names(classCount),
            Arrays.stream(centroids).map(Draw::list).toList(),
            Draw.list(counts));
    NearestCentroid.Start start = NearestCentroid.start(rules, centroids, counts);
    chain.initialize("addClass(int64[],string,uint256)", Draw.list(added), "added", BigInteger.TEN);
    start.addClass(added, BigInteger.TEN);
    for (int k = 0; k < extended; k++) {
      chain.initialize("extendCentroid(int64[],uint64)", Draw.list(more), k);
      start.extendCentroid(more, new UInt64(k));
    }
    NearestCentroid java = start.build();
    DenseClassifierPair pair = new DenseClassifierPair(random, java, chain, dimension + 2);
    for (int k = 0; k < java.classCount(); k++) pair.addGetters(java, k);
    return pair;
  }

  private void addGetters(NearestCentroid java, int k) {
    getters.add(new Getter(Abi.call("getNumSamples(uint256)", k), () -> java.dataCount(k)));
    for (int j = 0; j < java.centroid(k).length; j++) {
      int index = j;
      getters.add(
          new Getter(
              Abi.call("getCentroidValue(uint256,uint256)", k, j),
              () -> BigInteger.valueOf(java.centroid(k)[index])));
    }
  }

  private static BigInteger count(LearningRules rules, Random random, boolean extreme) {
    if (!extreme) return BigInteger.valueOf(random.nextInt(50));
    BigInteger most = BigInteger.valueOf(0xffff_ffffL);
    if (rules.version() > 1) return most.subtract(BigInteger.valueOf(random.nextInt(20)));
    return Draw.oneOf(
        random,
        most,
        Draw.power(191).subtract(BigInteger.TWO),
        Draw.power(191),
        Draw.power(193).add(BigInteger.TEN),
        Draw.power(255),
        Draw.power(256).subtract(BigInteger.ONE));
  }
}
