package org.sumscan.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sumscan.ledger.LedgerFault;

/** Runs work within one transaction of its own: all of it is kept, or nothing. */
public final class DatabaseTransaction {

  private DatabaseTransaction() {}

  /** What is done with the transaction's connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs it.
   *
   * @throws LedgerFault if the database fails
   */
  public static <T> T run(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return within(connection, work);
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }

  private static <T> T within(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T value = work.on(connection);
      connection.commit();
      return value;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    } finally {
      if (!connection.isClosed()) connection.setAutoCommit(true);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
