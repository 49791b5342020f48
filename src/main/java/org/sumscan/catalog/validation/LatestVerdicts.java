package org.sumscan.catalog.validation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/**
 * The newest validation of each contract, without its checks. In SQL, since JPQL does not know
 * {@code distinct on}.
 */
@Repository
public class LatestVerdicts {

  private static final String LATEST =
      """
      select id, chain_id, address, verdict, requested_at,
        (select count(*) from validation_check c
          where c.validation_id = v.id and c.verdict = 'warning') as warnings
      from (select distinct on (lower(address)) * from validation
        where chain_id = ? and requested_at >= ? and lower(address) ~ '^0x[0-9a-f]{40}$'
        order by lower(address), requested_at desc) v
      """;

  private static final CheckVerdict.Converter VERDICTS = new CheckVerdict.Converter();

  private final JdbcClient database;

  LatestVerdicts(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those that permit a listing, the newest first.
   *
   * @param since the earliest that counts
   */
  public List<LatestVerdict> permitting(ChainId chain, Instant since, int limit) {
    return database
        .sql(LATEST + " where verdict in ('passed', 'warning') order by requested_at desc limit ?")
        .params(chain.value(), Timestamp.from(since), limit)
        .query(LatestVerdicts::read)
        .list();
  }

  /** That of one contract, if it was judged since a moment. */
  public Optional<LatestVerdict> of(ModelId contract, Instant since) {
    return database
        .sql(LATEST + " where lower(address) = ?")
        .params(contract.chain().value(), Timestamp.from(since), contract.address().lowerCase())
        .query(LatestVerdicts::read)
        .optional();
  }

  /** Every one that was asked for since a moment, by whomever. */
  public List<LatestVerdict> since(ChainId chain, Instant since) {
    return database
        .sql(LATEST)
        .params(chain.value(), Timestamp.from(since))
        .query(LatestVerdicts::read)
        .list();
  }

  /** How many validations of a chain discovery has queued since a moment. */
  public int discovered(ChainId chain, Instant since) {
    return database
        .sql(
            """
            select count(*) from validation
            where chain_id = ? and origin = 'discovered' and requested_at >= ?
            """)
        .params(chain.value(), Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  private static LatestVerdict read(ResultSet row, int number) throws SQLException {
    return new LatestVerdict(
        row.getObject(1, UUID.class),
        new ModelId(
            new ChainId(row.getLong(2)), Address.of(row.getString(3).toLowerCase(Locale.ROOT))),
        VERDICTS.convertToEntityAttribute(row.getString(4)),
        row.getInt(6),
        row.getTimestamp(5).toInstant());
  }
}
