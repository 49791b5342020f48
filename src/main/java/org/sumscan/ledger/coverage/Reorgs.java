package org.sumscan.ledger.coverage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ChainId;

/** The reorgs of each chain, for readers that keep what they have computed from samples. */
@Repository
public class Reorgs {

  private final JdbcClient database;

  /** Works on that database. */
  public Reorgs(JdbcClient database) {
    this.database = database;
  }

  /** How many reorgs the chain had, a repair of rows by an audit counted as one. */
  public long reorgCount(ChainId chain) {
    return database
        .sql("select epoch from chain where id = ?")
        .param(chain.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * The reorgs after that many, in order: what was computed from blocks above the lowest ancestor
   * of them is to be thrown away.
   */
  public List<Reorg> since(ChainId chain, long reorgCount) {
    return database
        .sql(
            """
            select epoch, ancestor, tip from reorg
            where chain_id = ? and epoch > ? order by epoch
            """)
        .params(chain.value(), reorgCount)
        .query((row, number) -> new Reorg(row.getLong(1), row.getLong(2), row.getLong(3)))
        .list();
  }
}
