package org.sumscan.accuracy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Random random = new Random(7);

  @Test
  void agreesWithTheDefinitionsOfTheThreeSeriesAtEverySample() {
    Tally tally = new Tally();
    List<Boolean> hits = new ArrayList<>();
    for (int n = 1; n <= 3500; n++) {
      boolean hit = random.nextDouble() < 0.7;
      hits.add(hit);
      tally.add(hit);
      List<Boolean> recent = hits.subList(Math.max(0, n - 1000), n);
      assertThat(tally.value(Series.PREQUENTIAL)).isEqualTo((double) count(hits) / n);
      assertThat(tally.value(Series.PREQUENTIAL_WINDOW))
          .isEqualTo((double) count(recent) / recent.size());
      if (n % 250 == 0) {
        assertThat(tally.value(Series.PREQUENTIAL_FADING)).isCloseTo(faded(hits), within(1e-12));
      }
    }
  }

  @Test
  void goesOnFromWhereItWasPackedAsIfItHadNeverStopped() {
    Tally whole = new Tally();
    Tally resumed = new Tally();
    for (int n = 0; n < 5000; n++) {
      boolean hit = random.nextBoolean();
      whole.add(hit);
      resumed.add(hit);
      if (n % 37 == 0) resumed = new Tally(resumed.packed());
    }
    assertThat(resumed.packed()).usingRecursiveComparison().isEqualTo(whole.packed());
    for (Series series : Series.values()) {
      assertThat(resumed.value(series)).isEqualTo(whole.value(series));
    }
  }

  @Test
  void keepsASparklineOfEvenlySpacedSamplesHoweverManyThereAre() {
    Tally tally = new Tally();
    for (int n = 1; n <= 100_000; n++) {
      tally.add(n > 50_000);
    }
    assertThat(tally.sparkline()).hasSizeBetween(33, 65);
    assertThat(tally.sparkline().getFirst()).isEqualTo(0f);
    assertThat(tally.sparkline().getLast()).isEqualTo(1f);
    int rise = tally.sparkline().indexOf(1f);
    assertThat((double) rise / tally.sparkline().size()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void saysHowMuchTheLatestHundredSamplesChanged() {
    Tally tally = new Tally();
    for (int n = 0; n < 100; n++) {
      tally.add(false);
    }
    assertThat(tally.change()).isNull();
    for (int n = 0; n < 100; n++) {
      tally.add(true);
    }
    assertThat(tally.change()).isEqualTo(0.5);
  }

  private static long count(List<Boolean> hits) {
    return hits.stream().filter(hit -> hit).count();
  }

  private static double faded(List<Boolean> hits) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < hits.size(); i++) {
      double weight = Math.pow(0.999, hits.size() - 1 - i);
      sum += hits.get(i) ? weight : 0;
      weights += weight;
    }
    return sum / weights;
  }
}
