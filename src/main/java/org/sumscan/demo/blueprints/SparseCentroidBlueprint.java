package org.sumscan.demo.blueprints;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.SparseNearestCentroid;

/**
 * A sparse nearest centroid.
 *
 * @param centroids of each class pairs of a feature and its value, times 10⁹
 * @param samples how many samples each stands for
 */
public record SparseCentroidBlueprint(List<String> classes, long[][][] centroids, long[] samples)
    implements Blueprint {

  @Override
  public String contract() {
    return "SparseNearestCentroidClassifier";
  }

  @Override
  public byte[] constructorArguments() {
    return AbiEncoder.encode(classes, Blueprint.nothingForEach(classes), samples);
  }

  @Override
  public List<byte[]> initialisations() {
    List<byte[]> calls = new ArrayList<>();
    for (int k = 0; k < centroids.length; k++) {
      for (long[][] part : Blueprint.parts(centroids[k])) {
        calls.add(
            AbiEncoder.call("extendCentroid(uint64[][],uint64)", List.<long[]>of(part), (long) k));
      }
    }
    return calls;
  }

  @Override
  public Classifier start() {
    SparseNearestCentroid.Start start =
        SparseNearestCentroid.start(
            LearningRules.SPARSE_NEAREST_CENTROID_2,
            LongStream.of(samples).mapToObj(k -> new long[0][]).toArray(long[][][]::new),
            samples);
    for (int k = 0; k < centroids.length; k++) start.extendCentroid(centroids[k], new UInt64(k));
    return start.build();
  }
}
