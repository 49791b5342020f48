package org.sumscan.ledger.totals;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.sql.Columns;

/** What addresses added, earned and lost; read from sums that are kept with the rows. */
@Repository
public class Accounts {

  private static final String SUMS =
      """
      select t.account, e.chain_id, e.address, t.samples, t.deposited, t.refunds, t.refunded,
        t.reports, t.reported,
        coalesce((select sum(c.amount) from claim c where c.author = t.account
          and c.model_id = t.model_id and c.kind = 'report' and c.claimant <> t.account), 0)
      from account_total t join emitter e on e.id = t.model_id
      where e.listed and t.samples + t.refunds + t.reports > 0
      """;

  private final JdbcClient database;

  /** Works on that database. */
  public Accounts(JdbcClient database) {
    this.database = database;
  }

  /** An address's sums, one a model that it had to do with, by model. */
  public List<Contribution> of(Address account) {
    return database
        .sql(SUMS + " and t.account = :account order by e.chain_id, e.address")
        .param("account", account.bytes())
        .query((row, number) -> contribution(row))
        .list();
  }

  /** Those who added to a model or claimed from it, who added most first. */
  public List<Contribution> contributors(ModelId model, int limit) {
    return database
        .sql(
            SUMS
                + """
                 and t.model_id = (select id from emitter
                  where chain_id = :chain and address = :trainer and listed)
                order by t.samples desc, t.refunds desc, t.account limit :limit
                """)
        .param("chain", model.chain().value())
        .param("trainer", model.address().bytes())
        .param("limit", limit)
        .query((row, number) -> contribution(row))
        .list();
  }

  private static Contribution contribution(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Contribution(
        Address.of(row.getBytes(1)),
        new ModelId(new ChainId(row.getLong(2)), Address.of(row.getBytes(3))),
        row.getLong(4),
        Columns.wei(row, 5),
        row.getLong(6),
        Columns.wei(row, 7),
        row.getLong(8),
        Columns.wei(row, 9),
        Columns.wei(row, 10));
  }
}
