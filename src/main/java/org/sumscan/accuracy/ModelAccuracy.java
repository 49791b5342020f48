package org.sumscan.accuracy;

import java.util.List;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.Series;

/**
 * All that is known of one model's accuracy at one moment; only {@code figures} while these may not
 * be shown.
 *
 * @param lines each series as a chart draws it, in the order of {@link Series}; empty while the
 *     figures may not be shown
 * @param contributors the accounts that were asked for, as far as they added samples, in no order
 */
public record ModelAccuracy(
    Figures figures,
    List<AccuracyLine> lines,
    Confusion confusion,
    List<Contributor> contributors) {

  public ModelAccuracy {
    lines = List.copyOf(lines);
    contributors = List.copyOf(contributors);
  }

  static ModelAccuracy withoutLines(Figures figures) {
    return new ModelAccuracy(figures, List.of(), new Confusion(List.of()), List.of());
  }
}
