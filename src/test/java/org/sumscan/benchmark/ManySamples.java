package org.sumscan.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/**
 * Fills a database with very many samples of 21 models on one chain, of which a few are still open
 * and all others claimed, and with texts for one in ten: written by the database itself, then
 * indexed and vacuumed as time would have done it.
 */
final class ManySamples {

  static final ChainId CHAIN = new ChainId(1);

  /** When the oldest block was made, in seconds since 1970. */
  static final long FIRST_TIME = 1_600_000_000L;

  /** The last one of the models. */
  static final int SMALL = 20;

  private static final int MODELS = SMALL + 1;
  private static final int A_BLOCK = 5;
  private static final int PIECES = 10;
  private static final long BLOCK_SECONDS = 12;

  private static final String MODELS_AND_PARTS =
      """
      insert into chain (id, name, first_block) values (1, 'benchmark', 0);
      insert into chain_head (chain_id, number, time) values (1, ${head}, ${now});
      insert into emitter (chain_id, address, listed)
        select 1, decode(lpad(to_hex(4096 + i), 40, '0'), 'hex'), true
        from generate_series(0, ${models} - 1) i;
      insert into part (model_id, chain_id, address, mechanism, mechanism_owner, handler,
          classifier, incentive_rules, refund_wait, owner_claim_wait, any_address_claim_wait)
        select id, chain_id, address, address, address, address, address, 'stakeable/2', ${wait},
          ${wait} * 2, ${wait} * 3
        from emitter
      """;

  private static final String SAMPLES =
      """
      insert into sample (chain_id, block_number, log_index, model_id, block_time, block_hash,
          transaction_hash, sender, sample_key, label, added_time, deposit, features)
        select 1, i / 5, i % 5,
          (select min(id) from emitter)
            + case when i % 2 = 0 then 0 when i % 50001 = 1 then ${models} - 1
              else i / 2 % (${models} - 2) + 1 end,
          ${firstTime} + i / 5 * ${blockSeconds}, sha256(('b' || i / 5)::bytea),
          sha256(('t' || i)::bytea),
          decode(lpad(to_hex(5242880 + floor(5000 * power(random(), 3))::int), 40, '0'), 'hex'),
          sha256(('k' || i)::bytea), case when i % 1000 = 0 then 9 else i % 3 end,
          ${firstTime} + i / 5 * ${blockSeconds}, 1000000000000 + (random() * 1e15)::bigint,
          array[i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i + 7]
        from generate_series(${first}, ${last}) i
      """;

  /** All that is not open is claimed whole, some of what is open by half. */
  private static final String CLAIMS =
      """
      insert into claim (chain_id, block_number, log_index, model_id, kind, block_time, block_hash,
          transaction_hash, claimant, amount, sample_key, link, author)
        select chain_id, block_number, log_index + 10, model_id,
          case when open or block_number % 10 = 0 then 'report' else 'refund' end, block_time,
          block_hash, transaction_hash,
          case when open or block_number % 10 = 0 then decode(lpad('ff', 40, '0'), 'hex')
            else sender end,
          case when open then deposit - div(deposit, 2) else deposit end, sample_key, 'event', sender
        from (select *, ${open} as open from sample) s
        where (not open or log_index = 3) and block_number between ${first} / 5 and ${last} / 5
      """;

  private static final String OPEN =
      """
      insert into open_sample (chain_id, block_number, log_index, model_id, block_time, sender,
          label, deposit, claimable, refund_from, report_from, anyone_from, refund_possible,
          report_possible, report_needs_valid_samples, refunds, reports, answered, agrees, answered_state, answered_block)
        select chain_id, block_number, log_index, model_id, block_time, sender, label, deposit,
          case when log_index = 3 then div(deposit, 2) else deposit end, block_time + ${wait},
          block_time + ${wait}, block_time + ${wait} * 3, true, true, true, 0,
          case when log_index = 3 then 1 else 0 end, true, block_number % 10 > 0, 1, ${head}
        from sample where ${open}
      """;

  /** Eight words a text, the first of them in nearly half of all. */
  private static final String TEXTS =
      """
      insert into original (chain_id, transaction_hash, log_index, block_number, trainer, kind,
          state, variant, content, digest, words, received_at)
        select 1, transaction_hash, log_index, block_number, decode(repeat('00', 20), 'hex'),
          'text', 'matches', 'none', convert_to(words, 'UTF8'), sample_key,
          to_tsvector('simple', words), now()
        from (select *, concat_ws(' ', ${word}, ${word}, ${word}, ${word}, ${word}, ${word},
            ${word}, ${word}) as words
          from sample where block_number % 10 = 0 offset 0) s
      """;

  private static final String SUMS =
      """
      insert into account_total (account, model_id, samples, deposited, refunds, refunded, reports,
          reported)
        select account, model_id, sum(samples), sum(deposited), sum(refunds), sum(refunded),
          sum(reports), sum(reported)
        from (
          select sender as account, model_id, count(*) as samples, sum(deposit) as deposited,
            0 as refunds, 0 as refunded, 0 as reports, 0 as reported
          from sample group by sender, model_id
          union all
          select claimant, model_id, 0, 0, count(*) filter (where kind = 'refund'),
            coalesce(sum(amount) filter (where kind = 'refund'), 0),
            count(*) filter (where kind = 'report'),
            coalesce(sum(amount) filter (where kind = 'report'), 0)
          from claim group by claimant, model_id) each
        group by account, model_id;
      insert into model_total (model_id, samples, deposited, refunds, refunded, reports, reported,
          open_samples, partly_claimed)
        select t.*, o.count, o.partly from (
          select model_id, sum(samples), sum(deposited), sum(refunds), sum(refunded), sum(reports),
            sum(reported)
          from account_total group by model_id) t
        join (select model_id, count(*), count(*) filter (where reports > 0) as partly
          from open_sample group by model_id) o using (model_id)
      """;

  private final DataSource database;
  private final long samples;
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param open about how many are open: four fifths of them the newest
   */
  ManySamples(DataSource database, long samples, long open) {
    this.database = database;
    this.samples = samples;
    values.put(
        "open",
        "(block_number >= (%1$d - %2$d * 4 / 5) / 5 or block_number %% (%1$d / %2$d * 5) = 0)"
            .formatted(samples, open));
    values.put("word", "'w' || floor(20000 * power(random(), 4))::int");
    values.put("models", MODELS);
    values.put("firstTime", FIRST_TIME);
    values.put("blockSeconds", BLOCK_SECONDS);
    values.put("head", samples / A_BLOCK);
    values.put("now", now());
    values.put("wait", open / 2 / A_BLOCK * BLOCK_SECONDS);
  }

  /** The time of the newest block, in seconds since 1970. */
  long now() {
    return FIRST_TIME + samples / A_BLOCK * BLOCK_SECONDS;
  }

  /** One of the models; the first has half of all samples, the last one in a hundred thousand. */
  static ModelId model(int number) {
    return new ModelId(CHAIN, Address.of("0x%040x".formatted(0x1000 + number)));
  }

  /** One of five thousand authors; the lower the number, the busier. */
  static Address author(int number) {
    return Address.of("0x%040x".formatted(0x50_0000 + number));
  }

  /**
   * Fills an empty database.
   *
   * @throws IllegalStateException if there are samples already, but not so many
   */
  void fill() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (isFilled(statement)) return;
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute("set work_mem = '256MB'");
      statement.execute("select setseed(0.5)");
      step(statement, "models", MODELS_AND_PARTS);
      Map<String, String> indexes = dropIndexes(statement);
      inPieces(statement, "samples", SAMPLES);
      inPieces(statement, "claims", CLAIMS);
      step(statement, "open samples", OPEN);
      step(statement, "texts", TEXTS);
      for (Map.Entry<String, String> index : indexes.entrySet()) {
        step(statement, index.getKey(), index.getValue());
      }
      step(statement, "sums", SUMS);
      step(statement, "vacuum", "vacuum analyze");
      step(statement, "checkpoint", "checkpoint");
    }
  }

  private boolean isFilled(Statement statement) throws SQLException {
    try (ResultSet sum = statement.executeQuery("select sum(samples) from model_total")) {
      sum.next();
      long found = sum.getLong(1);
      if (found != 0 && found != samples) {
        throw new IllegalStateException("the database holds %,d samples".formatted(found));
      }
      return found != 0;
    }
  }

  /** Those that are no constraint's, each by its name with what makes it again. */
  private static Map<String, String> dropIndexes(Statement statement) throws SQLException {
    Map<String, String> indexes = new LinkedHashMap<>();
    try (ResultSet found =
        statement.executeQuery(
            """
            select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid in ('sample'::regclass, 'claim'::regclass, 'original'::regclass)
              and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            """)) {
      while (found.next()) indexes.put(found.getString(1), found.getString(2));
    }
    statement.execute("drop index " + String.join(", ", indexes.keySet()));
    return indexes;
  }

  private void inPieces(Statement statement, String what, String sql) throws SQLException {
    for (long piece = 0; piece < PIECES; piece++) {
      values.put("first", samples / A_BLOCK * piece / PIECES * A_BLOCK);
      values.put("last", samples / A_BLOCK * (piece + 1) / PIECES * A_BLOCK - 1);
      step(statement, what + " " + (piece + 1) + "/" + PIECES, sql);
    }
  }

  private void step(Statement statement, String name, String sql) throws SQLException {
    String filled = sql;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue().toString());
    }
    long start = System.nanoTime();
    for (String one : filled.split(";")) statement.execute(one);
    System.out.printf(Locale.ROOT, "  %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, name);
  }
}
