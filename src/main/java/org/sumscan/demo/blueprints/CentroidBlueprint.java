package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NearestCentroid;

/**
 * A dense nearest centroid.
 *
 * @param centroids of each class, times 10⁹
 * @param samples how many samples each stands for
 */
public record CentroidBlueprint(List<String> classes, long[][] centroids, long[] samples)
    implements Blueprint {

  @Override
  public String contract() {
    return "NearestCentroidClassifier";
  }

  @Override
  public byte[] constructorArguments() {
    return AbiEncoder.encode(classes, List.<long[]>of(centroids), samples);
  }

  @Override
  public List<byte[]> initialisations() {
    return List.of();
  }

  @Override
  public Classifier start() {
    return NearestCentroid.start(
            LearningRules.NEAREST_CENTROID_2,
            centroids,
            LongStream.of(samples).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
        .build();
  }
}
