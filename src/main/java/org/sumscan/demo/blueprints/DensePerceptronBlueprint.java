package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.DensePerceptron;
import org.sumscan.learning.LearningRules;

/**
 * A dense perceptron without an intercept.
 *
 * @param weights times 10⁹
 * @param rate the learning rate, times 10⁹
 */
@SuppressWarnings("ArrayRecordComponent")
public record DensePerceptronBlueprint(List<String> classes, long[] weights, long rate)
    implements Blueprint {

  @Override
  public String contract() {
    return "DensePerceptron";
  }

  @Override
  public byte[] constructorArguments() {
    return AbiEncoder.encode(classes, weights, 0L, rate);
  }

  @Override
  public List<byte[]> initialisations() {
    return List.of();
  }

  @Override
  public Classifier start() {
    return DensePerceptron.start(
            LearningRules.DENSE_PERCEPTRON_2,
            classes.size(),
            LongStream.of(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new),
            BigInteger.ZERO,
            rate)
        .build();
  }
}
