package org.sumscan.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/** What addresses added and earned. */
@Repository
public class Accounts {

  private static final String SUMS =
      """
      with added as (
        select sender as account, model_id, count(*) as samples, sum(deposit) as deposited
        from sample where %1$s group by sender, model_id),
      claimed as (
        select claimant as account, model_id,
          count(*) filter (where kind = 'refund') as refunds,
          coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunded,
          count(*) filter (where kind = 'report') as reports,
          coalesce(sum(amount) filter (where kind = 'report'), 0) as earned
        from claim where %2$s group by claimant, model_id)
      select account, e.chain_id, e.address, coalesce(samples, 0), coalesce(deposited, 0),
        coalesce(refunds, 0), coalesce(refunded, 0), coalesce(reports, 0), coalesce(earned, 0)
      from added full join claimed using (account, model_id) join emitter e on e.id = model_id
      """;

  private final JdbcClient database;

  /** Works on that database. */
  public Accounts(JdbcClient database) {
    this.database = database;
  }

  /** An address's sums, one a model that it had to do with, by model. */
  public List<Contribution> of(Address account) {
    return database
        .sql(
            SUMS.formatted("sender = :account", "claimant = :account")
                + " order by e.chain_id, e.address")
        .param("account", account.bytes())
        .query((row, number) -> contribution(row))
        .list();
  }

  /** Those who added to a model or claimed from it, who added most first. */
  public List<Contribution> contributors(ModelId model, int limit) {
    String id =
        "model_id = (select id from emitter"
            + " where chain_id = :chain and address = :trainer and listed)";
    return database
        .sql(SUMS.formatted(id, id) + " order by 4 desc, 6 desc, account limit :limit")
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
        SampleRows.wei(row, 5),
        row.getLong(6),
        SampleRows.wei(row, 7),
        row.getLong(8),
        SampleRows.wei(row, 9));
  }
}
