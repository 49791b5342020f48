package org.sumscan.api.models;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.AccuracyPoint;
import org.sumscan.accuracy.series.Series;
import org.sumscan.api.request.PathParameters;
import org.sumscan.catalog.Model;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;

/** Answers how accurate a model was over time. */
@RestController("accuracyInterface")
class AccuracyApiController {

  private static final int USUAL = 1000;
  private static final int LEAST = 4;
  private static final Set<String> NAMES = Set.of("series", "points", "from", "to");

  private final AccuracyFigures accuracy;
  private final PathParameters paths;

  AccuracyApiController(AccuracyFigures accuracy, PathParameters paths) {
    this.accuracy = accuracy;
    this.paths = paths;
  }

  /**
   * A series.
   *
   * @param state {@code shown}, {@code pending} or {@code withheld}; points are there only while it
   *     is shown
   * @param samples how many samples the range holds
   * @param thinned whether points were left out: of each stretch the lowest and highest stay
   */
  record Line(
      long chainId,
      String model,
      String series,
      String state,
      long samples,
      boolean thinned,
      List<Point> points) {}

  /**
   * The accuracy just after a sample.
   *
   * @param sample which one, from 1
   * @param blockTime in seconds since 1970
   * @param value within 0 and 1
   */
  record Point(
      long sample,
      long blockNumber,
      int logIndex,
      long blockTime,
      double value,
      long hits,
      long total) {

    static Point of(AccuracyPoint point) {
      return new Point(
          point.sample(),
          point.position().block(),
          point.position().index(),
          point.blockTime(),
          point.value(),
          point.hits(),
          point.total());
    }
  }

  @GetMapping("/api/v1/models/{chainId}/{address}/accuracy")
  Line accuracy(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(NAMES);
    Series series = series(parameters);
    int points = parameters.number("points", LEAST, AccuracyFigures.POINTS, USUAL);
    Long from = parameters.number("from");
    Long to = parameters.number("to");
    long first = from == null ? 1 : from;
    long last = to == null ? Long.MAX_VALUE : to;
    if (first < 1 || last < first) {
      throw new InvalidQuestion("“from” and “to” count samples from 1, “from” first.");
    }
    Model model = paths.model(chainId, address);
    Optional<AccuracyLine> line = accuracy.line(model.id(), series, points, first, last);
    return new Line(
        model.id().chain().value(),
        model.id().address().toString(),
        series.wireName(),
        ModelBody.Accuracy.of(accuracy.of(model.id())).state(),
        line.map(AccuracyLine::samples).orElse(0L),
        line.map(AccuracyLine::isThinned).orElse(false),
        line.stream().flatMap(l -> l.points().stream()).map(Point::of).toList());
  }

  private static Series series(Parameters parameters) {
    Series series =
        parameters.read(
            "series",
            word -> Series.named(word).orElseThrow(() -> new InvalidQuestion(word)),
            "one of "
                + Arrays.stream(Series.values())
                    .map(Series::wireName)
                    .collect(Collectors.joining(", ")));
    return series == null ? Series.PREQUENTIAL : series;
  }
}
