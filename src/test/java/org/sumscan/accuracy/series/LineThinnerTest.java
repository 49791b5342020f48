package org.sumscan.accuracy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.LogPosition;

class LineThinnerTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 99, 100, 101, 5000})
  void keepsTheEndsAndTheExtremesWithinTheLimit(int count) {
    Random random = new Random(count);
    List<AccuracyPoint> points = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      points.add(new AccuracyPoint(i, new LogPosition(i, 0), i, random.nextDouble(), i, i));
    }
    for (int limit : new int[] {4, 7, 100}) {
      LineThinner thinner = new LineThinner(count, limit);
      points.forEach(thinner::take);
      List<AccuracyPoint> kept = thinner.kept();
      if (count <= limit) assertThat(kept).isEqualTo(points);
      assertThat(kept)
          .hasSizeLessThanOrEqualTo(limit)
          .startsWith(points.getFirst())
          .endsWith(points.getLast())
          .isSortedAccordingTo(Comparator.comparing(AccuracyPoint::sample))
          .contains(points.stream().max(Comparator.comparing(AccuracyPoint::value)).orElseThrow())
          .contains(points.stream().min(Comparator.comparing(AccuracyPoint::value)).orElseThrow());
    }
  }
}
