package org.sumscan.originals;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** Writes originals beside their samples. */
@Repository
public class OriginalJournal {

  private static final long LOCK = 0x6d61746368696e67L;

  private final JdbcClient database;
  private final Clock clock;

  /** Works on that database. */
  public OriginalJournal(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What waited was compared with a sample.
   *
   * @param block the height at which the sample is
   */
  public record Judged(Pending pending, LogRef sample, ModelId model, long block, Match match) {}

  /**
   * Ties what waited to samples and takes it out of the queue. What matches takes the place of what
   * does not; what is there and matches stays.
   */
  @Transactional
  public void settle(List<Judged> judged) {
    lock();
    for (Judged one : judged) {
      boolean written = write(one) > 0;
      if (written && one.match() instanceof Match.Matches(Variant variant)) {
        count(one.model(), variant);
      }
      drop(one.pending());
    }
  }

  /** Takes something out of the queue that no sample is for. */
  @Transactional
  public void drop(Pending pending) {
    database.sql("delete from pending_original where id = ?").param(pending.id()).update();
  }

  /** Up to which reorg of a chain the originals are in line; 0 before the first. */
  public long reorgCount(ChainId chain) {
    return database
        .sql("select epoch from original_progress where chain_id = ?")
        .param(chain.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * Puts the originals of samples above a block back into the queue, for another day, since their
   * transactions may come again in other blocks.
   *
   * @param ancestor the last height that stayed
   * @param reorgCount the chain's count of reorgs, from now on in line
   */
  @Transactional
  public void reorg(ChainId chain, long ancestor, long reorgCount) {
    lock();
    uncount(chain, ancestor);
    database
        .sql(
            """
            with gone as (
              delete from original where chain_id = :chain and block_number > :ancestor
              returning *)
            insert into pending_original
              (chain_id, transaction_hash, kind, content, digest, client, received_at, expires_at)
            select chain_id, transaction_hash, kind, content, digest, 'sumscan', received_at, :end
            from gone where content is not null
            on conflict on constraint pending_original_once do nothing
            """)
        .param("chain", chain.value())
        .param("ancestor", ancestor)
        .param("end", OriginalRows.time(clock.instant().plus(Inbox.PATIENCE)))
        .update();
    database
        .sql(
            """
            insert into original_progress (chain_id, epoch) values (:chain, :epoch)
            on conflict (chain_id) do update set epoch = excluded.epoch
            """)
        .param("chain", chain.value())
        .param("epoch", reorgCount)
        .update();
  }

  /** Another instance may be at the same work. */
  private void lock() {
    database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
  }

  private void uncount(ChainId chain, long ancestor) {
    database
        .sql(
            """
            update original_total t set originals = t.originals - gone.originals
            from (select trainer, variant, count(*) as originals from original
              where chain_id = :chain and block_number > :ancestor and state = 'matches'
              group by trainer, variant) gone
            where t.chain_id = :chain and t.trainer = gone.trainer and t.variant = gone.variant
            """)
        .param("chain", chain.value())
        .param("ancestor", ancestor)
        .update();
  }

  private int write(Judged one) {
    Content content = one.pending().content();
    boolean differs = one.match() instanceof Match.Differs;
    return database
        .sql(
            """
            insert into original
              (chain_id, transaction_hash, log_index, block_number, trainer, kind, state, variant,
               content, digest, words, received_at)
            values (:chain, :hash, :index, :block, :trainer, :kind, :state, :variant,
              :content, :digest, to_tsvector('simple', :words), :received)
            on conflict on constraint original_pk do update set
              block_number = excluded.block_number, trainer = excluded.trainer,
              kind = excluded.kind, state = excluded.state, variant = excluded.variant,
              content = excluded.content, digest = excluded.digest, words = excluded.words,
              received_at = excluded.received_at
            where original.state <> 'matches'
            """)
        .param("chain", one.sample().chain().value())
        .param("hash", one.sample().transaction().bytes())
        .param("index", one.sample().index())
        .param("block", one.block())
        .param("trainer", one.model().address().bytes())
        .param("kind", content.kind())
        .param("state", OriginalRows.state(one.match()))
        .param("variant", one.match() instanceof Match.Matches(Variant way) ? way.wireName() : null)
        .param("content", differs ? null : content.bytes(), java.sql.Types.BINARY)
        .param("digest", content.digest().bytes())
        .param("words", words(one))
        .param("received", OriginalRows.time(one.pending().receivedAt()))
        .update();
  }

  /** PostgreSQL takes no NUL in a text; as a blank it sets words apart just the same. */
  private static @Nullable String words(Judged one) {
    return one.match() instanceof Match.Matches
            && one.pending().content() instanceof Content.Text(String text)
        ? text.replace('\0', ' ')
        : null;
  }

  private void count(ModelId model, Variant variant) {
    database
        .sql(
            """
            insert into original_total (chain_id, trainer, variant, originals)
            values (:chain, :trainer, :variant, 1)
            on conflict on constraint original_total_pk
            do update set originals = original_total.originals + 1
            """)
        .param("chain", model.chain().value())
        .param("trainer", model.address().bytes())
        .param("variant", variant.wireName())
        .update();
  }
}
