package org.sumscan.ledger.open;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.incentive.claim.Share;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.sql.BoundedSearch;
import org.sumscan.ledger.sql.Columns;
import org.sumscan.ledger.sql.DatabaseTransaction;
import org.sumscan.ledger.sql.Sql;

/** The samples of which something can still be claimed, and what their models say of them. */
@Repository
public class OpenSamples {

  /** Which part of a deposit a model's reports pay an account. */
  private static final String GOOD_SAMPLES =
      """
      select a.model_id, p.incentive_rules, a.refunds, t.refunds
      from account_total a
      join part p on p.model_id = a.model_id and p.incentive_rules is not null
      join model_total t on t.model_id = a.model_id
      join emitter e on e.id = a.model_id and e.chain_id = :chain
      where a.account = :account and a.refunds > 0
      """;

  /**
   * Each by what it would pay, the time compared being that of the chain's newest block. Only the
   * best of each kind are looked at closely: the best of all are among them. A share that rounds to
   * nothing is all that is left.
   */
  private static final String CANDIDATES =
      """
      with moment as (select coalesce(time, 0) as now from chain_head where chain_id = :chain),
      share as (
        select * from unnest(string_to_array(:models, ',')::integer[],
          string_to_array(:numerators, ',')::numeric[],
          string_to_array(:denominators, ',')::numeric[])
          as u (model_id, numerator, denominator)),
      refundable as (
        select o.block_number, o.log_index, o.anyone_from, o.claimable as pays
        from open_sample o, moment
        where o.sender = :account and o.chain_id = :chain and ${refundable}
        order by pays desc, anyone_from, block_number, log_index limit 4 * :limit),
      takeable as (
        select o.block_number, o.log_index, o.anyone_from, o.claimable as pays
        from open_sample o, moment
        where o.chain_id = :chain and ${takeable}
        order by pays desc, anyone_from, block_number, log_index limit 4 * :limit),
      reportable as (
        select o.block_number, o.log_index, o.anyone_from,
          least(nullif(div(o.deposit * r.numerator, r.denominator), 0), o.claimable) as pays
        from open_sample o cross join moment
        left join share r on r.model_id = o.model_id
        where o.chain_id = :chain and ${reportable} and o.sender <> :account
          and (r.model_id is not null or not o.report_needs_valid_samples)
        order by pays desc, anyone_from, block_number, log_index limit 4 * :limit),
      best as (
        select block_number, log_index, max(pays) as pays, min(anyone_from) as lost_from
        from (select * from refundable union all select * from takeable
          union all select * from reportable) each
        group by block_number, log_index),
      top as (
        select * from best order by pays desc, lost_from, block_number, log_index limit 4 * :limit)
      select s.transaction_hash, s.log_index from top b
      join sample s on s.chain_id = :chain and s.block_number = b.block_number
        and s.log_index = b.log_index
      where not exists (select 1 from claim c where c.model_id = s.model_id
        and c.sample_key = s.sample_key and c.claimant = :account)
        or b.lost_from <= (select now from moment)
      order by b.pays desc, b.lost_from, b.block_number, b.log_index limit :limit
      """
          .replace("${refundable}", OpenSampleConditions.status(ClaimStatus.REFUNDABLE, "now"))
          .replace("${takeable}", OpenSampleConditions.status(ClaimStatus.ANYONE_CAN_TAKE, "now"))
          .replace("${reportable}", OpenSampleConditions.status(ClaimStatus.REPORTABLE, "now"));

  private final DataSource source;
  private final JdbcClient database;
  private final BoundedSearch bounded;

  /** Works on that database, and breaks off a search that takes longer than a few seconds. */
  public OpenSamples(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
    this.bounded = new BoundedSearch(source);
  }

  /**
   * The samples of a chain that an account may refund, report for a share, or take since anyone
   * may, as far as the index knows; those that would pay most first. What the contracts say can
   * differ, for instance where the model learnt since it was asked: each is to be judged before it
   * is claimed.
   *
   * @param limit how many at most
   * @throws SearchTooBroad if it takes too long
   */
  public List<LogRef> candidates(ChainId chain, Address account, int limit) {
    return bounded.within(() -> candidates(chain, account, limit, shares(chain, account)));
  }

  /** The part of a deposit that an account's report of a model's sample pays. */
  private record ModelShare(int model, Share share) {}

  private List<ModelShare> shares(ChainId chain, Address account) {
    return bounded
        .database()
        .sql(GOOD_SAMPLES)
        .param("chain", chain.value())
        .param("account", account.bytes())
        .query(
            (row, number) ->
                new ModelShare(
                    row.getInt(1),
                    Mechanisms.named(row.getString(2))
                        .orElseThrow()
                        .share(
                            BigInteger.valueOf(row.getLong(3)),
                            BigInteger.valueOf(row.getLong(4)))))
        .list();
  }

  private List<LogRef> candidates(
      ChainId chain, Address account, int limit, List<ModelShare> shares) {
    return bounded
        .database()
        .sql(CANDIDATES)
        .param("chain", chain.value())
        .param("account", account.bytes())
        .param("limit", limit)
        .param("models", joined(shares, ModelShare::model))
        .param("numerators", joined(shares, each -> each.share().numerator()))
        .param("denominators", joined(shares, each -> each.share().denominator()))
        .query((row, number) -> new LogRef(chain, Hash32.of(row.getBytes(1)), row.getInt(2)))
        .list();
  }

  private static String joined(List<ModelShare> shares, Function<ModelShare, Object> value) {
    return shares.stream().map(value).map(Object::toString).collect(Collectors.joining(","));
  }

  /** The open samples that an account added; those first that anyone can take first. */
  public List<LogRef> addedBy(Address account, int limit) {
    return addedBy(account, Long.MIN_VALUE, limit);
  }

  /** Those of them that anyone can take after a time, in seconds since 1970. */
  public List<LogRef> addedBy(Address account, long after, int limit) {
    return database
        .sql(
            """
            select s.chain_id, s.transaction_hash, s.log_index
            from (select * from open_sample where sender = :account and anyone_from > :after
              order by anyone_from, chain_id, block_number, log_index limit :limit) o
            join sample s using (chain_id, block_number, log_index)
            order by o.anyone_from, chain_id, block_number, log_index
            """)
        .param("account", account.bytes())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, number) ->
                new LogRef(new ChainId(row.getLong(1)), Hash32.of(row.getBytes(2)), row.getInt(3)))
        .list();
  }

  /**
   * An open sample to ask its model about.
   *
   * @param anyoneFrom its place in the order in which a model's samples are asked about
   * @param features not copied
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Unanswered(
      LogPosition position, Hash32 blockHash, long anyoneFrom, long[] features, UInt64 label) {}

  /**
   * What a model said of an open sample.
   *
   * @param agrees whether with its label; null where it refuses the sample
   */
  public record Answered(LogPosition position, Hash32 blockHash, @Nullable Boolean agrees) {}

  /**
   * A model's open samples that a state of it has not been asked about, the most urgent first.
   *
   * @param state the state's digest
   * @param after the last one that was asked about; null for the first
   */
  public List<Unanswered> unanswered(
      ModelId model, Hash32 state, @Nullable Unanswered after, int limit) {
    return database
        .sql(
            """
            select s.block_number, s.log_index, s.block_hash, o.anyone_from,
              array_send(s.features), s.label
            from (select * from open_sample
              where model_id = (select id from emitter
                  where chain_id = :chain and address = :trainer and listed)
                and (anyone_from, block_number, log_index) > (:time, :block, :index)
                and answered_state is distinct from :state
              order by anyone_from, block_number, log_index limit :limit) o
            join sample s using (chain_id, block_number, log_index)
            order by o.anyone_from, s.block_number, s.log_index
            """)
        .param("chain", model.chain().value())
        .param("trainer", model.address().bytes())
        .param("time", after == null ? -1 : after.anyoneFrom())
        .param("block", after == null ? -1 : after.position().block())
        .param("index", after == null ? -1 : after.position().index())
        .param("state", state.first())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Unanswered(
                    new LogPosition(row.getLong(1), row.getInt(2)),
                    Hash32.of(row.getBytes(3)),
                    row.getLong(4),
                    Columns.features(row.getBytes(5)),
                    new UInt64(row.getBigDecimal(6).toBigInteger().longValue())))
        .list();
  }

  /**
   * For each listed model a number that goes up whenever its open samples are others, or answers of
   * it were taken back: while it stays, whoever has asked about all of them has nothing to ask.
   */
  public Map<ModelId, Long> changes() {
    Map<ModelId, Long> changes = new HashMap<>();
    database
        .sql(
            """
            select e.chain_id, e.address, t.changes
            from emitter e join model_total t on t.model_id = e.id where e.listed
            """)
        .query(
            row -> {
              changes.put(
                  new ModelId(new ChainId(row.getLong(1)), Address.of(row.getBytes(2))),
                  row.getLong(3));
            });
    return changes;
  }

  /**
   * Notes what a model said; samples that have left or been settled since are passed over.
   *
   * @param state the digest of the state that said so
   * @param block a block of which it is the model's state
   */
  public void answered(ModelId model, Hash32 state, long block, List<Answered> answers) {
    DatabaseTransaction.run(
        source,
        connection ->
            Sql.update(
                connection,
                """
                update open_sample o set answered = true, agrees = a.agrees,
                  answered_state = ?, answered_block = ?
                from unnest(?, ?, ?, ?) as a (block_number, log_index, block_hash, agrees)
                join sample s on s.chain_id = ? and s.block_number = a.block_number
                  and s.log_index = a.log_index and s.block_hash = a.block_hash
                where o.chain_id = s.chain_id and o.block_number = s.block_number
                  and o.log_index = s.log_index
                """,
                state.first(),
                block,
                connection.createArrayOf(
                    "bigint", answers.stream().map(each -> each.position().block()).toArray()),
                connection.createArrayOf(
                    "integer", answers.stream().map(each -> each.position().index()).toArray()),
                connection.createArrayOf(
                    "bytea",
                    answers.stream().map(each -> each.blockHash().bytes()).toArray(byte[][]::new)),
                connection.createArrayOf(
                    "boolean", answers.stream().map(Answered::agrees).toArray()),
                model.chain().value()));
  }

  /**
   * Takes back what a model said, since what it was asked by was wrong or is gone.
   *
   * @param after only what it said of blocks after this one; -1 for everything
   */
  public void forget(ModelId model, long after) {
    database
        .sql(
            """
            with forgotten as (
              update open_sample set answered = false, agrees = null, answered_state = null,
                answered_block = null
              where answered_block > :after and model_id = (select id from emitter
                where chain_id = :chain and address = :trainer and listed)
              returning model_id)
            update model_total set changes = changes + 1
            where model_id in (select model_id from forgotten)
            """)
        .param("after", after)
        .param("chain", model.chain().value())
        .param("trainer", model.address().bytes())
        .update();
  }
}
