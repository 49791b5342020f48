package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.SparsePerceptron;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Int80;
import org.web3j.abi.datatypes.generated.Uint32;

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
    return Abi.constructor(Abi.strings(classes), Abi.int80s(), new Int80(0), new Uint32(rate));
  }

  @Override
  public List<byte[]> initialisations() {
    return Blueprint.parts(weights).stream()
        .map(part -> Abi.call("initializeSparseWeights", pairs(part)))
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

  private static DynamicArray<?> pairs(long[][] part) {
    return Abi.arrays(Arrays.stream(part).map(Abi::int80s).toList());
  }
}
