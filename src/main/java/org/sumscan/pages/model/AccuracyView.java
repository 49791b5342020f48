package org.sumscan.pages.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.AccuracyPoint;
import org.sumscan.accuracy.series.Series;
import org.sumscan.catalog.Model;
import org.sumscan.pages.chart.Curve;
import org.sumscan.pages.chart.LineChart;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;

/**
 * The accuracy of a model over time, as a picture and as the table behind it.
 *
 * @param words the picture in a sentence
 * @param legend one key a line, in the order of the lines
 * @param rows evenly spread samples, the first and the last among them
 */
record AccuracyView(
    LineChart picture,
    String words,
    List<Choice> axes,
    List<Key> legend,
    List<Row> rows,
    List<Choice> json) {

  private static final int ROWS = 40;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** What a line means and where it ends. */
  record Key(String name, String value, String meaning) {}

  /** One sample in the table. */
  record Row(String sample, String block, Moment time, List<String> values) {}

  /** What the horizontal axis measures. */
  enum Axis {
    SAMPLE("sample", AccuracyPoint::sample, value -> NumberText.grouped((long) value)),
    BLOCK("block", point -> point.position().block(), value -> NumberText.grouped((long) value)),
    TIME(
        "time", AccuracyPoint::blockTime, value -> DAY.format(Instant.ofEpochSecond((long) value)));

    private final String word;
    private final ToDoubleFunction<AccuracyPoint> place;
    private final DoubleFunction<String> label;

    Axis(String word, ToDoubleFunction<AccuracyPoint> place, DoubleFunction<String> label) {
      this.word = word;
      this.place = place;
      this.label = label;
    }

    static Axis named(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Draws lines that are not empty.
   *
   * @param majority the share of the commonest label; null where it is not known
   */
  static AccuracyView of(
      Model model, List<AccuracyLine> lines, @Nullable Double majority, Axis axis, Instant now) {
    List<Curve> curves = lines.stream().map(line -> curve(line, axis)).toList();
    LineChart.Baseline baseline =
        majority == null
            ? null
            : new LineChart.Baseline(
                "Baseline: always guess the most common label, " + NumberText.percent(majority),
                majority);
    List<Key> legend = lines.stream().map(AccuracyView::key).toList();
    return new AccuracyView(
        LineChart.ofShares(curves, baseline, axis.label),
        words(lines.getFirst(), legend),
        axes(model, axis),
        legend,
        rows(lines, now),
        json(model, lines));
  }

  private static Curve curve(AccuracyLine line, Axis axis) {
    return new Curve(
        line.series().wireName(),
        line.points().stream()
            .map(point -> new Curve.Dot(axis.place.applyAsDouble(point), point.value()))
            .toList());
  }

  private static Key key(AccuracyLine line) {
    String last = NumberText.percent(line.points().getLast().value());
    return switch (line.series()) {
      case PREQUENTIAL -> new Key("All so far", last, "hits of every sample up to here");
      case PREQUENTIAL_WINDOW ->
          new Key("Window", last, "the latest " + NumberText.grouped(Series.WINDOW) + " samples");
      case PREQUENTIAL_FADING ->
          new Key("Fading", last, "recent samples count more (decay " + Series.FADING + ")");
    };
  }

  private static String words(AccuracyLine line, List<Key> legend) {
    List<String> ends = new ArrayList<>();
    legend.forEach(key -> ends.add(key.name() + " " + key.value()));
    return "Accuracy over "
        + NumberText.counted(line.samples(), "sample")
        + "; at the end: "
        + String.join(", ", ends)
        + ". The table below has the numbers.";
  }

  private static List<Choice> axes(Model model, Axis chosen) {
    List<Choice> axes = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      String query = axis == Axis.SAMPLE ? "" : "?axis=" + axis.word;
      axes.add(
          new Choice(
              axis.word,
              axis.word,
              RevealLink.kept(Links.model(model.id()) + query + "#accuracy"),
              "",
              axis == chosen));
    }
    return axes;
  }

  /**
   * The lines share their samples where they were thinned alike; else the nearest earlier point
   * counts.
   */
  private static List<Row> rows(List<AccuracyLine> lines, Instant now) {
    List<AccuracyPoint> main = lines.getFirst().points();
    List<Row> rows = new ArrayList<>();
    int steps = Math.min(ROWS, main.size());
    for (int i = 0; i < steps; i++) {
      int at = steps == 1 ? 0 : (int) ((long) i * (main.size() - 1) / (steps - 1));
      AccuracyPoint point = main.get(at);
      rows.add(
          new Row(
              NumberText.grouped(point.sample()),
              NumberText.grouped(point.position().block()),
              Moment.of(point.blockTime(), now),
              lines.stream()
                  .map(line -> NumberText.percent(valueAt(line, point.sample())))
                  .toList()));
    }
    return rows;
  }

  private static double valueAt(AccuracyLine line, long sample) {
    double value = line.points().getFirst().value();
    for (AccuracyPoint point : line.points()) {
      if (point.sample() > sample) break;
      value = point.value();
    }
    return value;
  }

  private static List<Choice> json(Model model, List<AccuracyLine> lines) {
    return lines.stream()
        .map(line -> line.series().wireName())
        .map(
            series ->
                new Choice(
                    series,
                    series,
                    "/api/v1" + Links.model(model.id()) + "/accuracy?series=" + series,
                    "",
                    false))
        .toList();
  }
}
