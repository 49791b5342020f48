package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/** Twins of the kinds whose samples are the indices of present features. */
final class SparseClassifierPair extends ClassifierPair {

  private static final int FEATURES = 30;
  private static final long[] ODD_FEATURES = {
    0xffff_ffffL, 0xffff_fffeL, 0x7fff_ffffL, 0x8000_0000L, 1L << 32 | 5, Long.MAX_VALUE, -1
  };

  private SparseClassifierPair(Random random, Classifier java, ContractClassifier chain) {
    super(random, java, chain);
  }

  @Override
  long[] sample() {
    return Draw.features(random, FEATURES);
  }

  static ClassifierPair perceptron(
      LearningRules rules, Random random, Anvil anvil, Artifact artifact) {
    boolean extreme = random.nextBoolean();
    BigInteger[] first = Draw.int80s(random, random.nextInt(20), extreme);
    BigInteger[] more = Draw.int80s(random, 5, extreme);
    BigInteger[][] pairs = new BigInteger[6][];
    Arrays.setAll(pairs, i -> pair(random, extreme));
    BigInteger intercept = Draw.int80(random, extreme);
    long rate = Draw.oneOf(random, 500_000_000L, 1L, 0xffff_ffffL);
    // The originals come round to 0.
    UInt64 from = new UInt64(rules.version() == 1 && extreme ? -3 : random.nextInt(FEATURES));
    ContractClassifier chain =
        new ContractClassifier(anvil, artifact, Draw.names(2), Draw.list(first), intercept, rate);
    chain.initialize(
        "initializeWeights(uint64,int80[])", EvmIntegers.unsigned(from.bits()), Draw.list(more));
    chain.initialize(
        "initializeSparseWeights(int80[][])", Arrays.stream(pairs).map(Draw::list).toList());
    SparsePerceptron java =
        SparsePerceptron.start(rules, 2, first, intercept, rate)
            .initializeWeights(from, more)
            .initializeSparseWeights(pairs)
            .build();
    SparseClassifierPair pair = new SparseClassifierPair(random, java, chain);
    features()
        .forEach(
            feature ->
                pair.getters.add(
                    new Getter(
                        Abi.call("weights(uint64)", EvmIntegers.unsigned(feature)),
                        () -> java.weight(new UInt64(feature)))));
    return pair;
  }

  static ClassifierPair bayes(LearningRules rules, Random random, Anvil anvil, Artifact artifact) {
    boolean extreme = random.nextInt(3) == 0;
    int classCount = 1 + random.nextInt(3);
    long[] samples =
        LongStream.generate(() -> extreme ? -1 - random.nextInt(20) : random.nextInt(50))
            .limit(classCount)
            .toArray();
    long[][][] counts = new long[classCount][][];
    Arrays.setAll(counts, k -> counts(random, extreme));
    long[][] added = counts(random, false);
    long[][] again = counts(random, extreme);
    BigInteger features =
        rules.version() == 1 && extreme
            ? Draw.oneOf(random, Draw.power(200), Draw.power(224), Draw.power(250))
            : Draw.oneOf(random, BigInteger.valueOf(FEATURES), BigInteger.ONE, Draw.power(32));
    long smoothing = Draw.oneOf(random, 1_000_000_000L, 0L, 1L, 0xffff_ffffL);
    ContractClassifier chain =
        new ContractClassifier(
            anvil,
            artifact,
            Draw.names(classCount),
            Draw.unsigned(samples),
            Arrays.stream(counts).map(Draw::pairs).toList(),
            features,
            smoothing);
    chain.initialize("addClass(uint64,uint32[][],string)", 7, Draw.pairs(added), "added");
    chain.initialize("initializeCounts(uint32[][],uint64)", Draw.pairs(again), 0);
    NaiveBayes java =
        NaiveBayes.start(rules, samples, counts, features, smoothing)
            .addClass(new UInt64(7), added)
            .initializeCounts(again, new UInt64(0))
            .build();
    SparseClassifierPair pair = new SparseClassifierPair(random, java, chain);
    for (int k = 0; k < java.classCount(); k++) pair.addGetters(java, k);
    return pair;
  }

  static ClassifierPair centroids(
      LearningRules rules, Random random, Anvil anvil, Artifact artifact) {
    boolean extreme = random.nextInt(3) == 0;
    int classCount = 1 + random.nextInt(3);
    long[] samples =
        LongStream.generate(() -> count(rules, random, extreme)).limit(classCount).toArray();
    long[][][] centroids = new long[classCount][][];
    Arrays.setAll(centroids, k -> centroid(rules, random, extreme && samples[k] < 9));
    long[][] added = centroid(rules, random, false);
    long[][] again = centroid(rules, random, extreme && samples[0] < 9);
    ContractClassifier chain =
        new ContractClassifier(
            anvil,
            artifact,
            Draw.names(classCount),
            Arrays.stream(centroids).map(Draw::pairs).toList(),
            Draw.unsigned(samples));
    chain.initialize("addClass(uint64[][],string,uint64)", Draw.pairs(added), "added", 3);
    chain.initialize("extendCentroid(uint64[][],uint64)", Draw.pairs(again), 0);
    SparseNearestCentroid java =
        SparseNearestCentroid.start(rules, centroids, samples)
            .addClass(added, new UInt64(3))
            .extendCentroid(again, new UInt64(0))
            .build();
    SparseClassifierPair pair = new SparseClassifierPair(random, java, chain);
    for (int k = 0; k < java.classCount(); k++) pair.addGetters(java, k);
    return pair;
  }

  private void addGetters(NaiveBayes java, int k) {
    addGetter("getNumSamples(uint256)", k, () -> java.numSamples(k));
    addGetter("getClassTotalFeatureCount(uint256)", k, () -> java.classTotalFeatureCount(k));
    features()
        .filter(feature -> feature >>> 32 == 0)
        .forEach(
            feature ->
                getters.add(
                    new Getter(
                        Abi.call("getFeatureCount(uint256,uint32)", k, feature),
                        () -> BigInteger.valueOf(java.featureCount(k, feature)))));
  }

  private void addGetters(SparseNearestCentroid java, int k) {
    addGetter("getNumSamples(uint256)", k, () -> java.numSamples(k));
    getters.add(
        new Getter(Abi.call("getSquaredMagnitude(uint256)", k), () -> java.squaredMagnitude(k)));
    features()
        .filter(feature -> feature >>> 32 == 0)
        .forEach(feature -> addGetters(java, k, feature));
  }

  private void addGetters(SparseNearestCentroid java, int k, long feature) {
    getters.add(
        new Getter(
            Abi.call("getCentroidValue(uint256,uint32)", k, feature),
            () -> java.centroidValue(k, feature).toBigInteger()));
    switch (java) {
      case ScaledSparseCentroids scaled -> {
        getters.add(
            new Getter(
                Abi.call("storedValue(uint256,uint32)", k, feature),
                () -> EvmIntegers.unsigned(scaled.storedValue(k, feature))));
        getters.add(
            new Getter(
                Abi.call("storedSamples(uint256,uint32)", k, feature),
                () -> EvmIntegers.unsigned(scaled.storedCount(k, feature))));
      }
      case SummedSparseCentroids summed ->
          getters.add(
              new Getter(
                  Abi.call("getFeatureSum(uint256,uint32)", k, feature),
                  () -> BigInteger.valueOf(summed.sum(k, feature))));
    }
  }

  private void addGetter(String signature, int k, Supplier<UInt64> expected) {
    getters.add(new Getter(Abi.call(signature, k), () -> expected.get().toBigInteger()));
  }

  private static LongStream features() {
    return LongStream.concat(LongStream.range(0, FEATURES), LongStream.of(ODD_FEATURES));
  }

  private static BigInteger[] pair(Random random, boolean extreme) {
    BigInteger feature =
        extreme
            ? EvmIntegers.unsigned(ODD_FEATURES[random.nextInt(ODD_FEATURES.length)])
            : BigInteger.valueOf(random.nextInt(FEATURES));
    return new BigInteger[] {feature, Draw.int80(random, extreme)};
  }

  private static long[][] counts(Random random, boolean extreme) {
    long[][] pairs = new long[random.nextInt(25)][];
    Arrays.setAll(
        pairs,
        i ->
            new long[] {
              random.nextInt(FEATURES),
              extreme && random.nextInt(3) == 0
                  ? 0xffff_ffffL - random.nextInt(30)
                  : random.nextInt(90)
            });
    return pairs;
  }

  private static long[][] centroid(LearningRules rules, Random random, boolean extreme) {
    long largest = rules.version() == 1 ? -1 : 1L << 58;
    long[][] pairs = new long[random.nextInt(25)][];
    Arrays.setAll(
        pairs,
        i ->
            new long[] {
              random.nextInt(FEATURES),
              extreme && random.nextInt(4) == 0
                  ? largest >>> random.nextInt(34)
                  : random.nextInt(1_000_000_000)
            });
    return pairs;
  }

  private static long count(LearningRules rules, Random random, boolean extreme) {
    if (!extreme) return random.nextInt(50);
    return rules.version() == 1
        ? Draw.oneOf(random, 0L, 3L, 0xffff_fffeL, 0xffff_ffffL, 1L << 40, -1L)
        : Draw.oneOf(random, 0L, 3L, 0xffff_fff0L, 0xffff_ffffL);
  }
}
