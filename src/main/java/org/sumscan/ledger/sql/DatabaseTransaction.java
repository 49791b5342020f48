package org.sumscan.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sumscan.ledger.LedgerFault;

/** Runs work within one transaction: all of it is kept, or nothing. */
public final class DatabaseTransaction {

  private DatabaseTransaction() {}

  /** What is done with the transaction's connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs work within a transaction of its own.
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

  /**
   * Runs work within the transaction that the caller has begun, else within one of its own.
   *
   * @param committed run once that transaction has committed
   * @throws LedgerFault if the database fails
   */
  public static <T> T join(DataSource source, Work<T> work, Runnable committed) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      T value = run(source, work);
      committed.run();
      return value;
    }
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      if (!DataSourceUtils.isConnectionTransactional(connection, source)) {
        throw new IllegalStateException("the caller's transaction is on another database");
      }
      T value = work.on(connection);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              committed.run();
            }
          });
      return value;
    } catch (SQLException e) {
      throw new LedgerFault(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
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
