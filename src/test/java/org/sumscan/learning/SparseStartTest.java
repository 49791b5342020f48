package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.UInt64;

class SparseStartTest {

  @Test
  void centroidTakesMoreFeaturesThanItBeganWithRoomFor() {
    long[][] values =
        LongStream.range(0, 50).mapToObj(f -> new long[] {f, f + 1}).toArray(long[][]::new);
    SparseNearestCentroid model =
        SparseNearestCentroid.start(
                LearningRules.SPARSE_NEAREST_CENTROID_2, new long[1][0][], new long[] {1})
            .extendCentroid(values, new UInt64(0))
            .build();
    assertThat(LongStream.range(0, 50).map(f -> model.centroidValue(0, f).bits()))
        .containsExactly(LongStream.rangeClosed(1, 50).boxed().toArray(Long[]::new));
  }
}
