package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.sql.Sql;

/**
 * Which emitters of a chain were listed at one moment.
 *
 * @param version changes with every listing
 * @param trainers the listed models' row ids
 * @param mechanisms the mechanisms that their trainers own, and whose model each is
 * @param terms what each model's claims go by, by its row id, as far as that is known
 */
record ListingSnapshot(
    ChainId chain,
    long version,
    Map<Address, Integer> trainers,
    Map<Address, Integer> mechanisms,
    Map<Integer, ClaimTerms> terms) {

  /** This snapshot with only one model in it. */
  ListingSnapshot only(int model) {
    Map<Address, Integer> trainer = new HashMap<>(trainers);
    trainer.values().removeIf(id -> id != model);
    Map<Address, Integer> mechanism = new HashMap<>(mechanisms);
    mechanism.values().removeIf(id -> id != model);
    return new ListingSnapshot(chain, version, trainer, mechanism, terms);
  }

  /** Who is listed now. */
  static ListingSnapshot of(Connection connection, ChainId chain) throws SQLException {
    long version = version(connection, chain);
    Map<Address, Integer> trainers = new HashMap<>();
    Map<Address, Integer> mechanisms = new HashMap<>();
    Map<Integer, ClaimTerms> terms = new HashMap<>();
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
            terms.put(row.getInt(1), new ClaimTerms(Mechanisms.named(rules).orElseThrow(), waits));
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
