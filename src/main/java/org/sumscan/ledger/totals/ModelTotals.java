package org.sumscan.ledger.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.sql.Columns;

/**
 * Sums over one model's samples and claims.
 *
 * @param lastSampleTime when its newest sample's block was made, in seconds since 1970
 * @param lastSampleBlock that block's height
 */
public record ModelTotals(
    long samples,
    Wei deposited,
    long refunds,
    Wei refunded,
    long reports,
    Wei reported,
    @Nullable Long lastSampleTime,
    @Nullable Long lastSampleBlock) {
  /** Reads it from columns of these names. */
  public static ModelTotals of(ResultSet row) throws SQLException {
    return new ModelTotals(
        row.getLong("samples"),
        Columns.wei(row, row.findColumn("deposited")),
        row.getLong("refunds"),
        Columns.wei(row, row.findColumn("refunded")),
        row.getLong("reports"),
        Columns.wei(row, row.findColumn("reported")),
        row.getObject("block_time", Long.class),
        row.getObject("block_number", Long.class));
  }

  /** Refunds and reports together. */
  public long claims() {
    return refunds + reports;
  }
}
