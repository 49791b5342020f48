package org.sumscan.ledger.unlisted;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.sql.Sql;

/** Contracts that tell of samples and that nobody has listed. */
@Repository
public class Discoveries {

  /** Mechanisms tell of claims alone; of what is over its quota no log may have been kept. */
  private static final String UNLISTED =
      """
      select address, logs, first_block, last_block from emitter e
      where chain_id = ? and not listed
        and not exists (select 1 from part where mechanism = e.address)
        and (overflow_from is not null or exists (select 1 from unlisted_log s
          where s.chain_id = e.chain_id and s.emitter = e.address
            and substring(s.topics for 32) = ?))
      """;

  private final DataSource source;

  /** Works on that database. */
  public Discoveries(DataSource source) {
    this.source = source;
  }

  /** Those that told most, but for some. */
  public List<Discovery> busiest(ChainId chain, Collection<Address> except, int limit) {
    return query(
        " and address <> all(?) order by logs desc, address limit ?", chain, except, limit);
  }

  /** Those that told first, but for some. */
  public List<Discovery> longestKnown(ChainId chain, Collection<Address> except, int limit) {
    return query(
        " and address <> all(?) order by first_block, address limit ?", chain, except, limit);
  }

  /** Those that are among some contracts, who told most first. */
  public List<Discovery> among(ChainId chain, Collection<Address> contracts, int limit) {
    return query(
        " and address = any(?) order by logs desc, address limit ?", chain, contracts, limit);
  }

  private List<Discovery> query(
      String rest, ChainId chain, Collection<Address> contracts, int limit) {
    try (Connection connection = source.getConnection()) {
      Array addresses =
          connection.createArrayOf(
              "bytea", contracts.stream().map(Address::bytes).toArray(byte[][]::new));
      return Sql.query(
          connection,
          UNLISTED + rest,
          row ->
              new Discovery(
                  new ModelId(chain, Address.of(row.getBytes(1))),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4)),
          chain.value(),
          Topics.ADD_DATA.bytes(),
          addresses,
          limit);
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }
}
