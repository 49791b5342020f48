package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NaiveBayes;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;

/**
 * A multinomial naive Bayes.
 *
 * @param samples how many of each class were learnt
 * @param counts of each class pairs of a feature and how often it was seen
 * @param features how many features there are in all
 * @param smoothing times 10⁹
 */
public record NaiveBayesBlueprint(
    List<String> classes, long[] samples, long[][][] counts, long features, long smoothing)
    implements Blueprint {

  @Override
  public String contract() {
    return "NaiveBayesClassifier";
  }

  @Override
  public byte[] constructorArguments() {
    return Abi.constructor(
        Abi.strings(classes),
        Abi.uint64s(samples),
        Abi.nothingForEach(classes),
        new Uint256(features),
        new Uint32(smoothing));
  }

  @Override
  public List<byte[]> initialisations() {
    List<byte[]> calls = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      for (long[][] part : Blueprint.parts(counts[k])) {
        calls.add(Abi.call("initializeCounts", pairs(part), new Uint64(k)));
      }
    }
    return calls;
  }

  @Override
  public Classifier start() {
    NaiveBayes.Start start =
        NaiveBayes.start(
            LearningRules.NAIVE_BAYES_2,
            samples,
            LongStream.of(samples).mapToObj(k -> new long[0][]).toArray(long[][][]::new),
            BigInteger.valueOf(features),
            smoothing);
    for (int k = 0; k < counts.length; k++) start.initializeCounts(counts[k], new UInt64(k));
    return start.build();
  }

  private static DynamicArray<?> pairs(long[][] part) {
    return Abi.arrays(Arrays.stream(part).map(Abi::uint32s).toList());
  }
}
