package org.sumscan.ledger.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.sql.Columns;

/** Reads samples from their rows. */
final class SampleRowMapper {

  /** What is read of {@code sample s join emitter e}; the array in its binary form, for speed. */
  static final String COLUMNS =
      "s.chain_id, s.block_number, s.log_index, e.address, s.block_time, s.block_hash,"
          + " s.transaction_hash, s.sender, s.sample_key, s.label, s.added_time, s.deposit,"
          + " array_send(s.features)";

  /** Sums over a sample's claims, as {@code t}, to be joined to {@code s}. */
  static final String CLAIM_TOTALS =
      """
      left join lateral (
        select count(*) filter (where kind = 'refund') as refunds,
          coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunded,
          count(*) filter (where kind = 'report') as reports,
          coalesce(sum(amount) filter (where kind = 'report'), 0) as reported
        from linked_claim l where l.model_id = s.model_id and l.sample_key = s.sample_key
          and l.sample_block = s.block_number and l.sample_index = s.log_index
      ) t on true
      """;

  static final String TOTAL_COLUMNS = ", t.refunds, t.refunded, t.reports, t.reported";

  /** That an open sample {@code o} is the sample {@code s}. */
  static final String SAME_PLACE =
      "o.chain_id = s.chain_id and o.block_number = s.block_number and o.log_index = s.log_index";

  /** What is read besides of {@code open_sample o}. */
  static final String OPEN_COLUMNS =
      ", o.claimable, o.refund_from, o.report_from, o.anyone_from, o.refund_possible,"
          + " o.report_possible, o.report_needs_valid_samples, o.refunds, o.reports, o.answered,"
          + " o.agrees, o.answered_block";

  static final RowMapper<Sample> BARE = (row, number) -> sample(row, ClaimTotals.NONE, null);

  static final RowMapper<Sample> WITH_CLAIMS =
      (row, number) ->
          sample(
              row,
              new ClaimTotals(
                  row.getInt(14), Columns.wei(row, 15), row.getInt(16), Columns.wei(row, 17)),
              open(row, 18));

  private SampleRowMapper() {}

  private static Sample sample(ResultSet row, ClaimTotals claims, @Nullable OpenState open)
      throws SQLException {
    ChainId chain = new ChainId(row.getLong(1));
    LogPosition position = new LogPosition(row.getLong(2), row.getInt(3));
    return new Sample(
        new ModelId(chain, Address.of(row.getBytes(4))),
        new LogRef(chain, Hash32.of(row.getBytes(7)), position.index()),
        position,
        Hash32.of(row.getBytes(6)),
        row.getLong(5),
        Address.of(row.getBytes(8)),
        Columns.features(row.getBytes(13)),
        new UInt64(row.getBigDecimal(10).toBigInteger().longValue()),
        new UInt256(row.getBigDecimal(11).toBigInteger()),
        Columns.wei(row, 12),
        Hash32.of(row.getBytes(9)),
        claims,
        open);
  }

  /** Reads what is open of it from a column on; null where there is no such row. */
  private static @Nullable OpenState open(ResultSet row, int from) throws SQLException {
    if (row.getObject(from) == null) return null;
    return new OpenState(
        Columns.wei(row, from),
        new OpenClaims(
            row.getLong(from + 1),
            row.getLong(from + 2),
            row.getLong(from + 3),
            new RemainingClaims(row.getBoolean(from + 4), row.getBoolean(from + 5)),
            row.getBoolean(from + 6)),
        row.getInt(from + 7),
        row.getInt(from + 8),
        row.getBoolean(from + 9)
            ? new OpenState.ModelSays(
                row.getObject(from + 10, Boolean.class), row.getLong(from + 11))
            : null);
  }
}
