package org.sumscan.benchmark;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/**
 * Fills a database with very many samples of twenty models on one chain, of which a few are still
 * open: written in one go by the database, then indexed and vacuumed as time would have done it.
 */
final class ManySamples {

  static final ChainId CHAIN = new ChainId(1);

  private static final int MODELS = 20;
  private static final int A_BLOCK = 5;
  private static final long FIRST_TIME = 1_600_000_000L;
  private static final long BLOCK_SECONDS = 12;

  private final JdbcClient database;
  private final long samples;
  private final long open;

  ManySamples(JdbcClient database, long samples, long open) {
    this.database = database;
    this.samples = samples;
    this.open = open;
  }

  /** The time of the newest block, in seconds since 1970. */
  long now() {
    return FIRST_TIME + samples / A_BLOCK * BLOCK_SECONDS;
  }

  /** One of the models; the first has half of all samples. */
  static ModelId model(int number) {
    return new ModelId(CHAIN, Address.of("0x%040x".formatted(0x1000 + number)));
  }

  /** One of five thousand authors; the lower the number, the busier. */
  static Address author(int number) {
    return Address.of("0x%040x".formatted(0x50_0000 + number));
  }

  void fill() {
    long wait = open / 2 / A_BLOCK * BLOCK_SECONDS;
    for (String sql :
        """
        insert into chain (id, name, first_block) values (1, 'benchmark', 0);
        insert into chain_head (chain_id, number, time) values (1, %1$d / 5, %5$d);
        insert into emitter (chain_id, address, listed)
          select 1, decode(lpad(to_hex(4096 + i), 40, '0'), 'hex'), true from generate_series(0, %3$d) i;
        insert into part select id, address, address, address, address, 'stakeable/2', %6$d, %6$d * 2, %6$d * 3
          from emitter order by id;
        drop index sample_model, sample_time, sample_sender, sample_deposit, sample_transaction, sample_by_key,
          sample_label;
        insert into sample
          select 1, i / 5, i %% 5, (select min(id) from emitter) + case when i %% 2 = 0 then 0 else i / 2 %% %3$d + 1 end,
            %4$d + i / 5 * 12, sha256(('b' || i / 5)::bytea), sha256(('t' || i)::bytea),
            decode(lpad(to_hex(5242880 + floor(5000 * power(random(), 3))::int), 40, '0'), 'hex'),
            sha256(('k' || i)::bytea), case when i %% 1000 = 0 then 9 else i %% 3 end, %4$d + i / 5 * 12,
            1000000000000 + (random() * 1000000000000000)::bigint, array[i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i + 7]
          from generate_series(0, %1$d - 1) i;
        create index sample_model on sample (model_id, block_number, log_index);
        create index sample_time on sample (block_time, chain_id, block_number, log_index);
        create index sample_sender on sample (sender, block_time);
        create index sample_deposit on sample (deposit, block_time);
        create index sample_transaction on sample using hash (transaction_hash);
        create index sample_by_key on sample using hash (sample_key);
        create index sample_label on sample (model_id, label, block_number, log_index);
        insert into open_sample (chain_id, block_number, log_index, model_id, block_time, sender, label, deposit, claimable,
            refund_from, report_from, anyone_from, refunds, reports, answered, agrees, answered_state, answered_block)
          select chain_id, block_number, log_index, model_id, block_time, sender, label, deposit,
            case when log_index = 3 then div(deposit, 2) else deposit end, block_time + %6$d, block_time + %6$d,
            block_time + %6$d * 3, 0, case when log_index = 3 then 1 else 0 end, true, block_number %% 10 > 0, 1, %1$d / 5
          from sample
          where block_number >= (%1$d - %2$d * 4 / 5) / 5 or block_number %% (%1$d / %2$d * 5) = 0 and log_index >= 0;
        insert into claim (chain_id, block_number, log_index, model_id, kind, block_time, block_hash, transaction_hash,
            claimant, amount, sample_key, link, author)
          select chain_id, block_number, log_index + 10, model_id,
            case when block_number %% 10 > 0 then 'refund' else 'report' end, block_time, block_hash, transaction_hash,
            case when block_number %% 10 > 0 then sender else decode(lpad('ff', 40, '0'), 'hex') end, deposit, sample_key,
            'event', sender
          from sample s where block_number %% 3 = 0 and not exists (select 1 from open_sample o
            where o.chain_id = s.chain_id and o.block_number = s.block_number and o.log_index = s.log_index);
        insert into model_total (model_id, samples, open_samples, partly_claimed, refunds)
          select s.model_id, s.count, coalesce(o.count, 0), coalesce(o.partly, 0), s.count / 3
          from (select model_id, count(*) from sample group by model_id) s
          left join (select model_id, count(*), count(*) filter (where reports > 0) as partly from open_sample
            group by model_id) o on o.model_id = s.model_id;
        insert into account_total (account, model_id, samples, deposited, refunds, refunded)
          select sender, model_id, count(*), sum(deposit), count(*) / 3, 0 from sample group by sender, model_id;
        vacuum analyze
        """
            .formatted(samples, open, MODELS - 1, FIRST_TIME, now(), wait)
            .split(";")) {
      long start = System.nanoTime();
      database.sql(sql).update();
      System.out.printf(
          Locale.ROOT,
          "  %6.1f s  %s%n",
          (System.nanoTime() - start) / 1e9,
          sql.strip().lines().findFirst().orElse("").strip());
    }
  }
}
