package org.sumscan.accuracy.series;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One series in stretches of equally many samples: the lowest and the highest point of each, beside
 * the first and the last of all. Of equal points the earlier one counts.
 */
final class SeriesStretches {

  private final List<Stretch> stretches = new ArrayList<>();
  private @Nullable AccuracyPoint first;
  private @Nullable AccuracyPoint last;

  /** The lowest and the highest point of some samples in a row. */
  private record Stretch(AccuracyPoint lowest, AccuracyPoint highest) {

    Stretch with(Stretch later) {
      return new Stretch(
          later.lowest.value() < lowest.value() ? later.lowest : lowest,
          later.highest.value() > highest.value() ? later.highest : highest);
    }
  }

  int size() {
    return stretches.size();
  }

  /** Adds a point to the stretch with that number, which is the latest or the one after it. */
  void add(AccuracyPoint point, int number) {
    if (first == null) first = point;
    last = point;
    Stretch alone = new Stretch(point, point);
    if (number == stretches.size()) {
      stretches.add(alone);
    } else {
      stretches.set(number, stretches.get(number).with(alone));
    }
  }

  /** Makes one of every two stretches. */
  void halve() {
    List<Stretch> halved = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i += 2) {
      boolean paired = i + 1 < stretches.size();
      halved.add(paired ? stretches.get(i).with(stretches.get(i + 1)) : stretches.get(i));
    }
    stretches.clear();
    stretches.addAll(halved);
  }

  /** The kept points in order, each once. */
  List<AccuracyPoint> points() {
    TreeMap<Long, AccuracyPoint> points = new TreeMap<>();
    keep(points, first);
    for (Stretch stretch : stretches) {
      keep(points, stretch.lowest);
      keep(points, stretch.highest);
    }
    keep(points, last);
    return List.copyOf(points.values());
  }

  private static void keep(TreeMap<Long, AccuracyPoint> points, @Nullable AccuracyPoint point) {
    if (point != null) points.put(point.sample(), point);
  }

  void pack(PackedPoints packed) {
    packed.putCount(stretches.size());
    if (first == null || last == null) return;
    packed.put(first);
    for (Stretch stretch : stretches) {
      packed.put(stretch.lowest);
      packed.put(stretch.highest);
    }
    packed.put(last);
  }

  static SeriesStretches unpack(PackedPoints packed) {
    SeriesStretches series = new SeriesStretches();
    int count = packed.takeCount();
    if (count == 0) return series;
    series.first = packed.take();
    for (int i = 0; i < count; i++) {
      series.stretches.add(new Stretch(packed.take(), packed.take()));
    }
    series.last = packed.take();
    return series;
  }
}
