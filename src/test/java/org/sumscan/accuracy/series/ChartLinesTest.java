package org.sumscan.accuracy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartLinesTest {

  private final ChartLines lines = new ChartLines();
  private final Tally tally = new Tally();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 747, 748, 749, 1496, 1497, 5000, 11_969})
  void keepsTheEndsAndTheExtremesOfEveryStretch(int samples) {
    List<Outcome> outcomes = Outcomes.random(new Random(samples), samples);
    List<List<AccuracyPoint>> all =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Outcome outcome : outcomes) {
      add(outcome);
      for (Series series : Series.values()) {
        all.get(series.ordinal()).add(tally.point(series, outcome));
      }
    }
    int length = 1;
    while (748 * length < samples) length *= 2;
    for (AccuracyLine line : lines.lines()) {
      List<AccuracyPoint> points = all.get(line.series().ordinal());
      assertThat(line.samples()).isEqualTo(samples);
      assertThat(line.points()).hasSizeLessThanOrEqualTo(1498).isSubsetOf(points);
      assertThat(line.points()).isSortedAccordingTo(Comparator.comparing(AccuracyPoint::sample));
      assertThat(line.points().getFirst()).isEqualTo(points.getFirst());
      assertThat(line.points().getLast()).isEqualTo(points.getLast());
      Comparator<AccuracyPoint> byValue = Comparator.comparing(AccuracyPoint::value);
      for (int from = 0; from < samples; from += length) {
        List<AccuracyPoint> stretch = points.subList(from, Math.min(samples, from + length));
        assertThat(line.points())
            .contains(stretch.stream().min(byValue).orElseThrow())
            .contains(stretch.stream().max(byValue).orElseThrow());
      }
      if (length == 1) assertThat(line.points()).isEqualTo(points);
    }
  }

  @Test
  void goesOnAfterPackingAsIfItHadNeverStopped() {
    List<Outcome> outcomes = Outcomes.random(new Random(4), 4000);
    ChartLines kept = new ChartLines();
    for (Outcome outcome : outcomes) {
      add(outcome);
      kept.add(tally, outcome);
      if (tally.samples() % 333 == 0) kept = ChartLines.unpack(kept.samples(), kept.pack());
    }
    assertThat(kept.lines()).isEqualTo(lines.lines());
    assertThat(ChartLines.unpack(0, new ChartLines().pack()).lines())
        .isEqualTo(new ChartLines().lines());
  }

  @Test
  void staysSmall() {
    Outcomes.random(new Random(7), 100_000).forEach(this::add);
    assertThat(lines.pack().length).isLessThan(60_000);
  }

  private void add(Outcome outcome) {
    tally.add(outcome.isHit());
    lines.add(tally, outcome);
  }
}
