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
 * Keeps the rows of open samples in step with samples and claims: {@link OpenSampleWriter} makes
 * anew what a change touches. Only for the holder of the lock on the chain's tail, so that no two
 * changes miss each other's rows.
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
        and s.model_id in (select model_id from part where incentive_rules in (%4$s))
        and exists (select 1 from sample o where o.sample_key = s.sample_key
          and o.model_id + 0 = s.model_id
          and (o.block_number, o.log_index) <> (s.block_number, s.log_index))
      """;

  private static final String OF_MODEL =
      """
      select s.chain_id, s.block_number, s.log_index from sample s
      where s.model_id = %1$d and s.block_number between %2$d and %3$d
      """;

  private OpenRows() {}

  /**
   * A range whose rows have been written.
   *
   * @param claims whether claims are among them
   * @param replacing whether samples are that may take over the record of an equal one
   */
  public record Arrival(BlockRange range, boolean claims, boolean replacing) {}

  /** A range's samples and claims have been written; most ranges touch no other rows. */
  public static void arrived(Connection connection, ChainId chain, Arrival arrival)
      throws SQLException {
    List<String> touched = new ArrayList<>();
    if (arrival.claims()) touched.add(OF_CLAIMS);
    if (arrival.replacing()) touched.add(OF_EQUAL_SAMPLES);
    BlockRange range = arrival.range();
    if (hasClaimsFrom(connection, chain, range.from())) touched.add(OF_SAMPLES_CLAIMED);
    if (touched.isEmpty()) return;
    refresh(
        connection,
        String.join(" union ", touched)
            .formatted(
                chain.value(), range.from(), range.to(), OpenSampleWriter.replacingMechanisms()));
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
        select s.model_id, s.sample_key from sample s join part p on p.model_id = s.model_id
        where s.chain_id = ? and s.block_number between ? and ? and p.incentive_rules in (%s)
        """
            .formatted(OpenSampleWriter.replacingMechanisms()),
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
    new OpenSampleWriter(connection).refresh(touched, parameters);
  }
}
