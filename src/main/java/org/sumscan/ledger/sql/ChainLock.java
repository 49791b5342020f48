package org.sumscan.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.ChainHalted;

/**
 * Per-chain locks: appends share one and serialise only the last statements of their transactions;
 * a listing and a reorg take it exclusively.
 */
public final class ChainLock {

  private ChainLock() {}

  /** Lets others append and no one list or roll back, until the transaction ends. */
  public static long shared(Connection connection, ChainId chain) throws SQLException {
    return lock(connection, chain, "for key share");
  }

  /** Lets no one else change anything, until the transaction ends. */
  public static void exclusively(Connection connection, ChainId chain) throws SQLException {
    lock(connection, chain, "for update");
    tail(connection, chain);
  }

  /**
   * Lets no one else count, cover or remember blocks, until the transaction ends. The chain's row
   * is locked first, as everyone does who locks both: rows that refer to it would lock it later,
   * while a listing that holds it waits for the tail.
   */
  public static void tail(Connection connection, ChainId chain) throws SQLException {
    Sql.query(
        connection, "select 1 from chain where id = ? for key share", row -> 0, chain.value());
    Sql.query(connection, "select pg_advisory_xact_lock(?)", row -> 0, chain.value());
  }

  private static long lock(Connection connection, ChainId chain, String how) throws SQLException {
    List<Long> version =
        Sql.query(
            connection,
            "select listings, halted from chain where id = ? " + how,
            row -> {
              String halted = row.getString(2);
              if (halted != null) throw new ChainHalted(chain, halted);
              return row.getLong(1);
            },
            chain.value());
    if (version.isEmpty())
      throw new IllegalArgumentException("chain " + chain + " is not followed");
    return version.getFirst();
  }

  /** How many reorgs the chain had; as long as it is locked, that does not change. */
  public static long reorgCount(Connection connection, ChainId chain) throws SQLException {
    return Sql.query(
            connection,
            "select epoch from chain where id = ?",
            row -> row.getLong(1),
            chain.value())
        .getFirst();
  }
}
