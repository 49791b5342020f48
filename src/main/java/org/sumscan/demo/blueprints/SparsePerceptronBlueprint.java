package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.SparsePerceptron;

/**
 * A sparse perceptron without an intercept.
 *
 * @param weights pairs of a feature's index and its weight, times 10⁹
 * @param rate the learning rate, times 10⁹
 */
public record SparsePerceptronBlueprint(List<String> classes, long[][] weights, long rate)
    implements Blueprint {

  @Override
  public String contract() {
    return "SparsePerceptron";
  }

  @Override
  public byte[] constructorArguments() {
    return AbiEncoder.encode(classes, new long[0], 0L, rate);
  }

  @Override
  public List<byte[]> initialisations() {
    return Blueprint.parts(weights).stream()
        .map(part -> AbiEncoder.call("initializeSparseWeights(int80[][])", List.<long[]>of(part)))
        .toList();
  }

  @Override
  public Classifier start() {
    BigInteger[][] pairs =
        Arrays.stream(weights)
            .map(
                pair -> new BigInteger[] {BigInteger.valueOf(pair[0]), BigInteger.valueOf(pair[1])})
            .toArray(BigInteger[][]::new);
    return SparsePerceptron.start(
            LearningRules.SPARSE_PERCEPTRON_2,
            classes.size(),
            new BigInteger[0],
            BigInteger.ZERO,
            rate)
        .initializeSparseWeights(pairs)
        .build();
  }
}
