package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NaiveBayes;

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
    return AbiEncoder.encode(
        classes, samples, Blueprint.nothingForEach(classes), features, smoothing);
  }

  @Override
  public List<byte[]> initialisations() {
    List<byte[]> calls = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      for (long[][] part : Blueprint.parts(counts[k])) {
        calls.add(
            AbiEncoder.call(
                "initializeCounts(uint32[][],uint64)", List.<long[]>of(part), (long) k));
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
}
