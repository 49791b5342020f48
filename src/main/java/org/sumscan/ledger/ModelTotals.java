package org.sumscan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;

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

  static ModelTotals of(ResultSet row) throws SQLException {
    return new ModelTotals(
        row.getLong("samples"),
        SampleRowMapper.wei(row, row.findColumn("deposited")),
        row.getLong("refunds"),
        SampleRowMapper.wei(row, row.findColumn("refunded")),
        row.getLong("reports"),
        SampleRowMapper.wei(row, row.findColumn("reported")),
        row.getObject("block_time", Long.class),
        row.getObject("block_number", Long.class));
  }

  /** Refunds and reports together. */
  public long claims() {
    return refunds + reports;
  }
}
