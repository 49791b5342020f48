package org.sumscan.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;

/** The samples of which something can still be claimed, and what their models say of them. */
@Repository
public class OpenSamples {

  /** Each by what it would pay, the time compared being that of the chain's newest block. */
  private static final String CANDIDATES =
      """
      with moment as (select coalesce(time, 0) as now from chain_head where chain_id = :chain),
      refundable as (
        select o.*, o.claimable as pays from open_sample o, moment
        where o.sender = :account and o.chain_id = :chain and o.agrees and o.refunds = 0
          and o.refund_from <= now),
      takeable as (
        select o.*, o.claimable as pays from open_sample o, moment
        where o.chain_id = :chain and o.anyone_from <= now),
      reportable as (
        select o.*, least(o.claimable,
          coalesce(div(o.deposit * a.refunds, nullif(t.refunds, 0)), o.claimable)) as pays
        from open_sample o cross join moment
        join part p on p.model_id = o.model_id
        join model_total t on t.model_id = o.model_id
        left join account_total a on a.model_id = o.model_id and a.account = :account
        where o.chain_id = :chain and not o.agrees and o.report_from <= now
          and o.sender <> :account
          and (a.refunds > 0 or p.incentive_rules = 'points/1'
            or p.incentive_rules = 'points/2' and o.reports = 0)),
      best as (
        select block_number, log_index, max(pays) as pays, min(anyone_from) as lost_from
        from (select block_number, log_index, pays, anyone_from from refundable
          union all select block_number, log_index, pays, anyone_from from takeable
          union all select block_number, log_index, pays, anyone_from from reportable) each
        group by block_number, log_index)
      select s.transaction_hash, s.log_index from best b
      join sample s on s.chain_id = :chain and s.block_number = b.block_number
        and s.log_index = b.log_index
      where not exists (select 1 from claim c where c.model_id = s.model_id
        and c.sample_key = s.sample_key and c.claimant = :account)
        or b.lost_from <= (select now from moment)
      order by b.pays desc, b.lost_from, b.block_number, b.log_index limit :limit
      """;

  private final JdbcClient database;

  /** Works on that database. */
  public OpenSamples(DataSource source) {
    this.database = JdbcClient.create(source);
  }

  /**
   * The samples of a chain that an account may refund, report for a share, or take since anyone
   * may, as far as the index knows; those that would pay most first. What the contracts say can
   * differ, for instance where the model learnt since it was asked: each is to be judged before it
   * is claimed.
   *
   * @param limit how many at most
   */
  public List<LogRef> candidates(ChainId chain, Address account, int limit) {
    return database
        .sql(CANDIDATES)
        .param("chain", chain.value())
        .param("account", account.bytes())
        .param("limit", limit)
        .query((row, number) -> new LogRef(chain, Hash32.of(row.getBytes(1)), row.getInt(2)))
        .list();
  }
}
