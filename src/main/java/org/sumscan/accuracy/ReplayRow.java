package org.sumscan.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.series.Series;
import org.sumscan.accuracy.series.Tally;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.LearningRules;

/** A row of the table {@code replay}. */
record ReplayRow(
    ModelId model,
    LearningRules rules,
    int classes,
    Hash32 startDigest,
    long reorgsSeen,
    Tally.Packed tally,
    LogPosition last,
    long lastTime,
    @Nullable BlockRef compared,
    @Nullable String difference) {

  static final String SELECT = "select * from replay ";

  static ReplayRow of(ResultSet row, int number) throws SQLException {
    return new ReplayRow(
        new ModelId(new ChainId(row.getLong("chain_id")), Address.of(row.getBytes("address"))),
        LearningRules.named(row.getString("learning_rules")).orElseThrow(),
        row.getInt("classes"),
        Hash32.of(row.getBytes("start_digest")),
        row.getLong("reorgs_seen"),
        tally(row),
        new LogPosition(row.getLong("last_block"), row.getInt("last_index")),
        row.getLong("last_time"),
        compared(row),
        row.getString("difference"));
  }

  private static Tally.Packed tally(ResultSet row) throws SQLException {
    return new Tally.Packed(
        row.getLong("samples"),
        row.getLong("hits"),
        row.getBytes("window_bits"),
        row.getDouble("fading_sum"),
        row.getDouble("fading_weight"),
        row.getBytes("sparkline"),
        row.getLong("sparkline_stride"));
  }

  private static @Nullable BlockRef compared(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("compared_hash");
    return hash == null ? null : new BlockRef(row.getLong("compared_block"), Hash32.of(hash));
  }

  /** What of it may be shown. */
  Figures figures() {
    if (difference != null) return new Figures.Withheld(difference);
    if (compared == null || tally.samples() == 0) return new Figures.Pending(tally.samples());
    Tally figures = new Tally(tally);
    return new Figures.Shown(
        new AccuracySummary(
            model,
            figures.samples(),
            figures.hits(),
            figures.value(Series.PREQUENTIAL_WINDOW),
            figures.value(Series.PREQUENTIAL_FADING),
            figures.change(),
            last,
            lastTime,
            figures.sparkline(),
            compared));
  }
}
