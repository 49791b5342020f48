package org.sumscan.accuracy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;

/**
 * A model's accuracy in figures: agreement with its contributors' labels, each sample answered
 * before it was learnt.
 *
 * @param samples how many samples were replayed, at least 1
 * @param hits how many answers equalled the label
 * @param window the accuracy over the latest 1000 samples, within 0 and 1
 * @param fading the accuracy with samples fading by 0.999, within 0 and 1
 * @param change how much {@link #prequential} rose over the latest 100 samples; null before the
 *     101st
 * @param last where the latest sample stands
 * @param lastTime when it was added, in seconds since 1970
 * @param sparkline the window's series at evenly spaced samples, oldest first, at most 65 values
 * @param comparedAt the block at which replay and chain were last found equal
 */
public record AccuracySummary(
    ModelId model,
    long samples,
    long hits,
    double window,
    double fading,
    @Nullable Double change,
    LogPosition last,
    long lastTime,
    List<Float> sparkline,
    BlockRef comparedAt) {

  public AccuracySummary {
    sparkline = List.copyOf(sparkline);
  }

  /** The share of all samples that the model answered right, within 0 and 1. */
  public double prequential() {
    return (double) hits / samples;
  }
}
