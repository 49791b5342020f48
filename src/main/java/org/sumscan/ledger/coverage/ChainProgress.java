package org.sumscan.ledger.coverage;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;

/** What is known of each chain's head, and what went wrong with it, for whoever looks. */
@Repository
public class ChainProgress {

  private static final Logger LOG = LoggerFactory.getLogger(ChainProgress.class);

  private static final int MOST_TEXT = 500;

  private static final String WAY_OUT =
      "If the node is the wrong one, give this chain the right address; then start once with"
          + " SUMSCAN_INDEXER_RESUME=%s, which drops what the node does not have and goes on.";

  private final JdbcClient database;

  /** Notes in that database. */
  public ChainProgress(JdbcClient database) {
    this.database = database;
  }

  /** A node has shown these newest and final blocks; what is final never goes back. */
  public void sawHead(ChainId chain, BlockHeader head, long finalized) {
    database
        .sql(
            """
            update chain_head set number = :number, hash = :hash, time = :time,
              finalized = greatest(finalized, :finalized),
              seen_at = case when hash = :hash then seen_at else now() end
            where chain_id = :chain and (number, hash) is distinct from (:number, :hash)
              or chain_id = :chain and coalesce(finalized, -1) < :finalized
            """)
        .param("chain", chain.value())
        .param("number", head.number())
        .param("hash", head.hash().bytes())
        .param("time", head.time())
        .param("finalized", finalized)
        .update();
  }

  /** The highest block that was ever final; −1 before the first. */
  public long finalized(ChainId chain) {
    return database
        .sql("select coalesce(finalized, -1) from chain_head where chain_id = ?")
        .param(chain.value())
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /** Forgets what was final: only for a chain whose one node is ours and began anew. */
  public void unsettle(ChainId chain, long finalized) {
    database
        .sql("update chain_head set finalized = least(finalized, ?) where chain_id = ?")
        .params(finalized, chain.value())
        .update();
  }

  /** A step failed; the text must hold no secret. */
  public void failed(ChainId chain, String what) {
    database
        .sql("update chain_head set error = ?, error_at = now() where chain_id = ?")
        .params(readable(what), chain.value())
        .update();
  }

  /** A step went well. */
  public void wentWell(ChainId chain) {
    database
        .sql(
            """
            update chain_head set error = null, error_at = null
            where chain_id = ? and error is not null
            """)
        .param(chain.value())
        .update();
  }

  /**
   * Stops the chain's index for good: someone must look. Nothing is deleted. What to do then is
   * told with it.
   */
  public void halt(ChainId chain, String why) {
    String whole = why + ". Nothing was deleted. " + WAY_OUT.formatted(chain);
    int halted =
        database
            .sql("update chain set halted = ? where id = ? and halted is null")
            .params(readable(whole), chain.value())
            .update();
    if (halted > 0) LOG.error("The index of chain {} has stopped: {}", chain, whole);
  }

  /**
   * Lets a chain's index go on that had stopped, from blocks that someone has seen to.
   *
   * @return whether it had stopped
   */
  public boolean resume(ChainId chain) {
    int resumed =
        database
            .sql(
                "update chain set halted = null, genesis = null where id = ? and halted is not"
                    + " null")
            .param(chain.value())
            .update();
    if (resumed > 0) LOG.warn("The index of chain {} goes on as the settings say", chain);
    return resumed > 0;
  }

  /** The hash of the first block of the chain that is indexed; empty while it is not known. */
  public Optional<Hash32> genesis(ChainId chain) {
    return database
        .sql("select genesis from chain where id = ? and genesis is not null")
        .param(chain.value())
        .query(byte[].class)
        .optional()
        .map(Hash32::of);
  }

  /** That is the first block's hash. */
  public void genesis(ChainId chain, Hash32 hash) {
    database
        .sql("update chain set genesis = ? where id = ?")
        .params(hash.bytes(), chain.value())
        .update();
  }

  /** Why the chain's index has stopped, or empty. */
  public Optional<String> halted(ChainId chain) {
    return database
        .sql("select halted from chain where id = ? and halted is not null")
        .param(chain.value())
        .query(String.class)
        .optional();
  }

  private static String readable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= MOST_TEXT ? clean : clean.substring(0, MOST_TEXT) + "…";
  }
}
