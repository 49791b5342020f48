package org.sumscan.ledger.coverage;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ModelId;

/**
 * How far the past of listed models is read: by the coverage ledger, less the blocks that are to be
 * fetched again for them.
 */
@Repository
public class Backfills {

  private final JdbcClient database;

  /** Works on that database. */
  public Backfills(JdbcClient database) {
    this.database = database;
  }

  /**
   * How far that of a listed model is; empty while its chain's head is not known.
   *
   * @param created the height of the block in which it was deployed; 0 where that is not known
   */
  public Optional<BackfillProgress> of(ModelId model, long created) {
    return database
        .sql(
            """
            select s.from_block, s.head,
              (select coalesce(sum(least(v.to_block, s.head) - greatest(v.from_block, s.from_block) + 1), 0)
                from coverage v where v.chain_id = s.id
                  and v.to_block >= s.from_block and v.from_block <= s.head)
              - (select coalesce(sum(least(r.to_block, s.head) - greatest(r.from_block, s.from_block) + 1), 0)
                from refetch r join emitter e on e.id = r.model_id
                where e.chain_id = s.id and e.address = :address
                  and r.to_block >= s.from_block and r.from_block <= s.head)
            from (select c.id, greatest(h.number, c.first_block, :created) as head,
                greatest(c.first_block, :created) as from_block
              from chain c join chain_head h on h.chain_id = c.id
              where c.id = :chain and h.number is not null) s
            """)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes())
        .param("created", created)
        .query(
            (row, number) ->
                new BackfillProgress(row.getLong(1), row.getLong(2), Math.max(0, row.getLong(3))))
        .optional();
  }
}
