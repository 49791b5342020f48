package org.sumscan.pages.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void placesTheEndsOfALineAtTheEndsOfTheChart() {
    LineChart chart =
        LineChart.ofShares(
            List.of(new Curve("all", List.of(new Curve.Dot(1, 0), new Curve.Dot(5, 1)))),
            null,
            Double::toString);
    assertThat(chart.lines().getFirst().path()).isEqualTo("M46.0 248.0L948.0 12.0");
    assertThat(chart.lines().getFirst().endY()).isEqualTo("12.0");
    assertThat(chart.level()).isNull();
  }

  @Test
  void beginsTheUprightAxisAtTheRoundTenthBelowTheLowestValue() {
    LineChart chart =
        LineChart.ofShares(
            List.of(new Curve("all", List.of(new Curve.Dot(1, 0.93), new Curve.Dot(2, 0.74)))),
            new LineChart.Baseline("majority", 0.66),
            Double::toString);
    assertThat(chart.ruled().getFirst().label()).isEqualTo("60 %");
    assertThat(chart.ruled().getLast().label()).isEqualTo("100 %");
    assertThat(chart.ruled().getLast().at()).isEqualTo("12.0");
    assertThat(chart.level()).isNotNull();
  }

  @Test
  void drawsASingleSample() {
    LineChart chart =
        LineChart.ofShares(
            List.of(new Curve("all", List.of(new Curve.Dot(1, 1)))), null, Double::toString);
    assertThat(chart.lines().getFirst().path()).startsWith("M");
    assertThat(chart.columns()).isNotEmpty();
  }

  @Test
  void refusesAChartOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LineChart.ofShares(List.of(new Curve("all", List.of())), null, Double::toString));
  }

  @Test
  void thinsALongLineButKeepsItsExtremes() {
    List<Curve.Dot> dots = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      dots.add(new Curve.Dot(i, i == 54_321 ? 0 : i == 76_543 ? 1 : 0.5));
    }
    String path =
        new Curve("all", dots).path(new Scale(0, 99_999, 46, 948), new Scale(0, 1, 248, 12));
    assertThat(path.length()).isLessThan(80_000);
    assertThat(path).contains(" 248.0").contains(" 12.0");
  }

  @Test
  void ticksAreRoundNumbersWithinTheRange() {
    assertThat(new Scale(0.62, 1, 0, 1).ticks(5)).allMatch(v -> v >= 0.62 && v <= 1.0000001);
    assertThat(new Scale(0, 3000, 0, 1).ticks(6))
        .containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0, 3000.0);
  }

  @Test
  void marksWholeNumbersOnlyBelowTheChart() {
    LineChart chart =
        LineChart.ofShares(
            List.of(new Curve("all", List.of(new Curve.Dot(1, 0), new Curve.Dot(4, 1)))),
            null,
            Double::toString);
    assertThat(chart.columns())
        .extracting(LineChart.Tick::label)
        .containsExactly("1.0", "2.0", "3.0", "4.0");
  }

  @Test
  void aSparklineThatHardlyMovesStaysFlat() {
    Sparkline flat = Sparkline.of(List.of(0.9, 0.9001, 0.9));
    assertThat(flat.path()).isEqualTo("M2.0 14.1L59.0 13.9L116.0 14.1");
    assertThatIllegalArgumentException().isThrownBy(() -> Sparkline.of(List.of()));
    assertThat(Sparkline.of(DoubleStream.of(0, 1).boxed().toList()).path())
        .isEqualTo("M2.0 25.0L116.0 3.0");
  }

  @Test
  void drawsOnlySixtyFourValuesThatCanBeBrightness() {
    long[] features = new long[64];
    assertThat(DigitPicture.of(features)).isEmpty();
    features[9] = 500_000_000;
    features[10] = 250_000_000;
    assertThat(DigitPicture.of(features).orElseThrow().pixels())
        .containsExactly(new DigitPicture.Pixel(1, 1, 16), new DigitPicture.Pixel(2, 1, 8));
    features[63] = -1;
    assertThat(DigitPicture.of(features)).isEmpty();
    assertThat(DigitPicture.of(new long[63])).isEmpty();
  }
}
