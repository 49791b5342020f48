package org.sumscan.ledger.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Short forms for the statements of one connection. */
public final class Sql {

  private static final int PIECE = 1 << 16;

  private Sql() {}

  /** What reads one row. */
  public interface RowReader<T> {
    T read(java.sql.ResultSet row) throws SQLException;
  }

  /** Executes one statement; how many rows it changed. */
  public static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Executes one statement with many rows of parameters. */
  public static void updateAll(
      Connection connection, String sql, List<? extends @Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) return;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        set(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Reads every row of a query. */
  public static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (java.sql.ResultSet result = statement.executeQuery()) {
        while (result.next()) rows.add(reader.read(result));
      }
      return rows;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
  }

  /** Writes all the rows of a table that are in memory; none is no work. */
  public static void copy(Connection connection, String table, BinaryCopy rows)
      throws SQLException {
    if (rows.rows() == 0) return;
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " from stdin with (format binary)");
    try {
      for (int at = 0; at < rows.size(); at += PIECE) {
        copy.writeToCopy(rows.array(), at, Math.min(PIECE, rows.size() - at));
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  /** Writes rows of which some may be there already. */
  public static void copyMissing(Connection connection, String table, BinaryCopy rows)
      throws SQLException {
    if (rows.rows() == 0) return;
    String name = table.substring(0, table.indexOf(' '));
    String columns = table.substring(table.indexOf(' '));
    String bare = columns.substring(columns.indexOf('(') + 1, columns.lastIndexOf(')'));
    update(
        connection,
        "create temporary table arriving on commit drop as select %s from %s with no data"
            .formatted(bare, name));
    copy(connection, "arriving " + columns, rows);
    update(
        connection,
        "insert into %s %s select %s from arriving on conflict do nothing"
            .formatted(name, columns, bare));
    update(connection, "drop table arriving");
  }
}
