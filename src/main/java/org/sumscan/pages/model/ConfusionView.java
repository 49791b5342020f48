package org.sumscan.pages.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.sumscan.accuracy.Confusion;
import org.sumscan.catalog.Model;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;

/**
 * Labels against answers as a table: the classes with most samples, at most twelve either way.
 *
 * @param leftOut what is not in the table; empty for nothing
 */
record ConfusionView(List<String> answers, List<Row> rows, String leftOut) {

  private static final int MOST = 12;
  private static final String NONE = "none";

  /** One label: how often each answer met it, and how often that was right. */
  record Row(String label, List<Cell> cells, String right) {}

  /** How many samples, and how strongly the cell is coloured. */
  record Cell(String count, String shade) {}

  /** The table; nothing where nothing is counted yet. */
  static Optional<ConfusionView> of(Confusion confusion, Model model) {
    if (confusion.cells().isEmpty()) return Optional.empty();
    List<Integer> labels = largest(confusion, Confusion.Cell::label);
    List<Integer> answers = largest(confusion, Confusion.Cell::prediction);
    List<Row> rows = labels.stream().map(label -> row(label, answers, confusion, model)).toList();
    boolean all =
        labels.size() == distinct(confusion, Confusion.Cell::label)
            && answers.size() == distinct(confusion, Confusion.Cell::prediction);
    return Optional.of(
        new ConfusionView(
            answers.stream().map(answer -> name(answer, model)).toList(),
            rows,
            all ? "" : "The " + MOST + " commonest of either side; rarer ones are left out."));
  }

  /** The share of the commonest label among all samples. */
  static Optional<Double> majority(Confusion confusion) {
    long all = confusion.cells().stream().mapToLong(Confusion.Cell::samples).sum();
    return sums(confusion, Confusion.Cell::label).values().stream()
        .max(Long::compare)
        .map(most -> (double) most / all);
  }

  private static Row row(int label, List<Integer> answers, Confusion confusion, Model model) {
    Map<Integer, Long> counts =
        confusion.cells().stream()
            .filter(cell -> cell.label() == label)
            .collect(Collectors.toMap(Confusion.Cell::prediction, Confusion.Cell::samples));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Cell> cells = new ArrayList<>();
    for (int answer : answers) {
      cells.add(cell(counts.getOrDefault(answer, 0L), total, label == answer));
    }
    return new Row(
        name(label, model),
        cells,
        NumberText.percent((double) counts.getOrDefault(label, 0L) / total));
  }

  private static Cell cell(long count, long total, boolean right) {
    if (count == 0) return new Cell("0", "zero");
    int strength = 1 + (int) Math.min(3, 4 * count / Math.max(1, total));
    return new Cell(NumberText.grouped(count), (right ? "right-" : "wrong-") + strength);
  }

  private static List<Integer> largest(Confusion confusion, ToIntFunction<Confusion.Cell> side) {
    return sums(confusion, side).entrySet().stream()
        .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Map<Integer, Long> sums(Confusion confusion, ToIntFunction<Confusion.Cell> side) {
    Function<Confusion.Cell, Integer> key = side::applyAsInt;
    return confusion.cells().stream()
        .collect(Collectors.groupingBy(key, Collectors.summingLong(Confusion.Cell::samples)));
  }

  private static long distinct(Confusion confusion, ToIntFunction<Confusion.Cell> side) {
    return confusion.cells().stream().mapToInt(side).distinct().count();
  }

  private static String name(int index, Model model) {
    if (index == Confusion.NONE) return NONE;
    return index < model.classNames().size()
        ? ModelWords.className(model, index)
        : "class " + index;
  }
}
