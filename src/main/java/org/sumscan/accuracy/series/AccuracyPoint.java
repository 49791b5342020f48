package org.sumscan.accuracy.series;

import org.sumscan.kernel.LogPosition;

/**
 * The accuracy just after one sample.
 *
 * @param sample which sample it was, counted from 1 in the order of the chain
 * @param position where its log stands
 * @param blockTime when it was added, in seconds since 1970
 * @param value the accuracy, within 0 and 1
 * @param hits how many answers equalled the label; in the window for the window's series, of all
 *     samples so far for the others
 * @param total how many samples {@code hits} counts among
 */
public record AccuracyPoint(
    long sample, LogPosition position, long blockTime, double value, long hits, long total) {}
