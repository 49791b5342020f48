package org.sumscan.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.incentive.IncentiveRules;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * Who may change what of a chain at once: any number append, one by one only for the short tail of
 * their transactions; who lists or rewinds is alone.
 */
final class ChainLock {

  private ChainLock() {}

  /** Lets others append and no one list or rewind, until the transaction ends. */
  static long shared(Connection connection, ChainId chain) throws SQLException {
    return lock(connection, chain, "for key share");
  }

  /** Lets no one else change anything, until the transaction ends. */
  static void exclusively(Connection connection, ChainId chain) throws SQLException {
    lock(connection, chain, "for update");
    tail(connection, chain);
  }

  /** Lets no one else count, cover or remember blocks, until the transaction ends. */
  static void tail(Connection connection, ChainId chain) throws SQLException {
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

  /** How often the chain was rewound; as long as it is locked, that does not change. */
  static long epoch(Connection connection, ChainId chain) throws SQLException {
    return Sql.query(
            connection,
            "select epoch from chain where id = ?",
            row -> row.getLong(1),
            chain.value())
        .getFirst();
  }

  /** Who is listed now. */
  static ListingSnapshot listings(Connection connection, ChainId chain) throws SQLException {
    long version = version(connection, chain);
    Map<Address, Integer> trainers = new HashMap<>();
    Map<Address, Integer> mechanisms = new HashMap<>();
    Map<Integer, Terms> terms = new HashMap<>();
    Sql.query(
        connection,
        """
        select e.id, e.address, p.mechanism, p.mechanism_owner, p.incentive_rules,
          p.refund_wait, p.owner_claim_wait, p.any_address_claim_wait
        from emitter e left join part p on p.model_id = e.id
        where e.chain_id = ? and e.listed
        """,
        row -> {
          trainers.put(Address.of(row.getBytes(2)), row.getInt(1));
          byte[] owner = row.getBytes(4);
          if (owner != null && java.util.Arrays.equals(owner, row.getBytes(2))) {
            mechanisms.put(Address.of(row.getBytes(3)), row.getInt(1));
          }
          String rules = row.getString(5);
          if (rules != null) {
            Waits waits = new Waits(row.getLong(6), row.getLong(7), row.getLong(8));
            terms.put(row.getInt(1), new Terms(IncentiveRules.named(rules).orElseThrow(), waits));
          }
          return 0;
        },
        chain.value());
    return new ListingSnapshot(chain, version, trainers, mechanisms, terms);
  }

  private static long version(Connection connection, ChainId chain) throws SQLException {
    return Sql.query(
            connection,
            "select listings from chain where id = ?",
            row -> row.getLong(1),
            chain.value())
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("chain " + chain + " is not followed"));
  }
}
