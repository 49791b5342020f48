package org.sumscan.ledger.open;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.sql.Sql;

/**
 * Keeps the rows of open samples in step with samples and claims: what a change touches is made
 * anew from the view {@code standing}. Only for who holds the chain's tail, so that no two changes
 * miss each other's rows.
 *
 * <p>Samples are looked up by their key alone, and {@code model_id + 0} keeps it so: before a new
 * table's first statistics the database would also read all of the model's rows, for each row.
 */
public final class OpenRows {

  /** The keys of samples that a change of rows has touched, in three columns. */
  private static final String OF_SAMPLES_CLAIMED =
      """
      select s.chain_id, s.block_number, s.log_index from sample s
      where s.chain_id = %1$d and s.block_number between %2$d and %3$d
        and exists (select 1 from claim c
          where c.model_id = s.model_id and c.sample_key = s.sample_key)
      """;

  private static final String OF_CLAIMS =
      """
      select s.chain_id, s.block_number, s.log_index
      from claim c join sample s on s.sample_key = c.sample_key and s.model_id + 0 = c.model_id
      where c.chain_id = %1$d and c.block_number between %2$d and %3$d
      """;

  private static final String OF_EQUAL_SAMPLES =
      """
      select d.chain_id, d.block_number, d.log_index
      from sample s join sample d on d.sample_key = s.sample_key and d.model_id + 0 = s.model_id
      where s.chain_id = %1$d and s.block_number between %2$d and %3$d
        and s.model_id in (select model_id from part where incentive_rules like 'points/%%')
        and exists (select 1 from sample o where o.sample_key = s.sample_key
          and o.model_id + 0 = s.model_id
          and (o.block_number, o.log_index) <> (s.block_number, s.log_index))
      """;

  private static final String OF_MODEL =
      """
      select s.chain_id, s.block_number, s.log_index from sample s
      where s.model_id = %1$d and s.block_number between %2$d and %3$d
      """;

  private static final String REFRESH =
      """
      with touched as (%s),
      before as (
        select o.model_id, count(*) as samples,
          count(*) filter (where o.refunds + o.reports > 0) as partly
        from open_sample o join touched using (chain_id, block_number, log_index)
        group by o.model_id),
      now_stands as (
        select st.* from touched t cross join lateral (select * from standing st
          where st.chain_id = t.chain_id and st.block_number = t.block_number
            and st.log_index = t.log_index) st),
      closed as (
        delete from open_sample o using now_stands n
        where not n.is_open and o.chain_id = n.chain_id and o.block_number = n.block_number
          and o.log_index = n.log_index),
      opened as (
        insert into open_sample as o (chain_id, block_number, log_index, model_id, block_time,
          sender, label, deposit, claimable, refund_from, report_from, anyone_from, refunds, reports)
        select chain_id, block_number, log_index, model_id, block_time, sender, label, deposit,
          claimable, refund_from, report_from, anyone_from, refunds, reports
        from now_stands where is_open
        on conflict (chain_id, block_number, log_index) do update set
          claimable = excluded.claimable, refund_from = excluded.refund_from,
          report_from = excluded.report_from, anyone_from = excluded.anyone_from,
          refunds = excluded.refunds, reports = excluded.reports
        where (o.claimable, o.refund_from, o.report_from, o.anyone_from, o.refunds, o.reports)
          <> (excluded.claimable, excluded.refund_from, excluded.report_from, excluded.anyone_from,
            excluded.refunds, excluded.reports)),
      authors as (
        update claim c set author = a.sender
        from (select l.chain_id, l.block_number, l.log_index, s.sender
          from touched t
          join sample s using (chain_id, block_number, log_index)
          join linked_claim l on l.model_id = s.model_id and l.sample_key = s.sample_key
            and l.sample_block = s.block_number and l.sample_index = s.log_index) a
        where c.chain_id = a.chain_id and c.block_number = a.block_number
          and c.log_index = a.log_index and c.author is distinct from a.sender),
      after as (
        select model_id, count(*) as samples,
          count(*) filter (where refunds + reports > 0) as partly
        from now_stands where is_open group by model_id)
      update model_total t set
        open_samples = t.open_samples + coalesce(a.samples, 0) - coalesce(b.samples, 0),
        partly_claimed = t.partly_claimed + coalesce(a.partly, 0) - coalesce(b.partly, 0),
        changes = t.changes + 1
      from before b full join after a using (model_id)
      where t.model_id = coalesce(a.model_id, b.model_id)
      """;

  private OpenRows() {}

  /**
   * A range whose rows have been written.
   *
   * @param claims whether claims are among them
   * @param pointSamples whether samples of models under points are, where an equal one may take
   *     over the record of another
   */
  public record Arrival(BlockRange range, boolean claims, boolean pointSamples) {}

  /** A range's samples and claims have been written; most ranges touch no other rows. */
  public static void arrived(Connection connection, ChainId chain, Arrival arrival)
      throws SQLException {
    List<String> touched = new ArrayList<>();
    if (arrival.claims()) touched.add(OF_CLAIMS);
    if (arrival.pointSamples()) touched.add(OF_EQUAL_SAMPLES);
    BlockRange range = arrival.range();
    if (hasClaimsFrom(connection, chain, range.from())) touched.add(OF_SAMPLES_CLAIMED);
    if (touched.isEmpty()) return;
    refresh(
        connection,
        String.join(" union ", touched).formatted(chain.value(), range.from(), range.to()));
  }

  /** A model's samples of a range have been written, and are not among the open ones yet. */
  public static void refilled(Connection connection, ChainId chain, int model, BlockRange range)
      throws SQLException {
    refresh(
        connection,
        OF_MODEL.formatted(model, range.from(), range.to())
            + " union "
            + OF_CLAIMS.formatted(chain.value(), range.from(), range.to()));
    recount(connection, model);
  }

  /** A model's terms or rows are others than before. */
  public static void relisted(Connection connection, int model) throws SQLException {
    Sql.update(connection, "delete from open_sample where model_id = ?", model);
    recount(connection, model);
    refresh(connection, OF_MODEL.formatted(model, 0, Long.MAX_VALUE));
  }

  /** A claim has been linked to a sample, or to another one. */
  public static void linked(Connection connection, ChainId chain, long block, int index)
      throws SQLException {
    refresh(
        connection,
        (OF_CLAIMS + " and c.log_index = %4$d").formatted(chain.value(), block, block, index));
  }

  /** The keys of samples that the rows of a range have to do with, before these leave. */
  public static List<TouchedKey> touchedIn(Connection connection, ChainId chain, BlockRange range)
      throws SQLException {
    return Sql.query(
        connection,
        """
        select model_id, sample_key from claim
        where chain_id = ? and block_number between ? and ? and sample_key is not null
        union
        select model_id, sample_key from sample join part using (model_id)
        where chain_id = ? and block_number between ? and ? and incentive_rules like 'points/%'
        """,
        row -> new TouchedKey(row.getInt(1), Hash32.of(row.getBytes(2))),
        chain.value(),
        range.from(),
        range.to(),
        chain.value(),
        range.from(),
        range.to());
  }

  /** The rows of that range have left. */
  public static void left(Connection connection, List<TouchedKey> keys) throws SQLException {
    if (keys.isEmpty()) return;
    refresh(
        connection,
        """
        select s.chain_id, s.block_number, s.log_index
        from unnest(?, ?) as k (model_id, sample_key)
        join sample s on s.sample_key = k.sample_key and s.model_id + 0 = k.model_id
        """,
        connection.createArrayOf("integer", keys.stream().map(TouchedKey::model).toArray()),
        connection.createArrayOf(
            "bytea", keys.stream().map(key -> key.key().bytes()).toArray(byte[][]::new)));
  }

  /** A model's name for samples. */
  public record TouchedKey(int model, Hash32 key) {}

  /** Only a claim that comes after a sample can be about it. */
  private static boolean hasClaimsFrom(Connection connection, ChainId chain, long block)
      throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from claim
            where chain_id = ? and block_number >= ? and sample_key is not null limit 1
            """,
            row -> 1,
            chain.value(),
            block)
        .isEmpty();
  }

  private static void recount(Connection connection, int model) throws SQLException {
    Sql.update(
        connection,
        """
        update model_total set (open_samples, partly_claimed) = (
          select count(*), count(*) filter (where refunds + reports > 0)
          from open_sample o where o.model_id = model_total.model_id)
        where model_id = ?
        """,
        model);
  }

  private static void refresh(Connection connection, String touched, Object... parameters)
      throws SQLException {
    Sql.update(connection, REFRESH.formatted(touched), parameters);
  }
}
