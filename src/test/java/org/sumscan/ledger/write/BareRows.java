package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.sql.BinaryCopy;
import org.sumscan.ledger.sql.Sql;

/**
 * The rows of samples without the ledger around them: what a benchmark compares the ledger with.
 */
public final class BareRows {

  private final ListingSnapshot listed;

  /** Takes the samples of one trainer. */
  public BareRows(ChainId chain, Address trainer) {
    listed = new ListingSnapshot(chain, 0, Map.of(trainer, 1), Map.of(), Map.of());
  }

  /** Makes a table like that of the samples, without an index. */
  public static void createTable(Connection connection) throws SQLException {
    Sql.update(connection, "create table bare (like sample)");
  }

  /** Decodes logs and writes their rows into that table; answers how many. */
  public long write(Connection connection, List<TimedLog> logs) throws SQLException {
    BinaryCopy rows = Rows.of(listed, logs).samples();
    Sql.copy(connection, RowEncoding.SAMPLE.replaceFirst("sample", "bare"), rows);
    return rows.rows();
  }
}
