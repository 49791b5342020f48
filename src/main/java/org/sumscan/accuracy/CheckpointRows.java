package org.sumscan.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/** The rows of replay checkpoints: the latest all kept, older ones ever further apart. */
@Component
class CheckpointRows {

  private static final int DENSE = 8;

  private final JdbcClient database;

  CheckpointRows(JdbcClient database) {
    this.database = database;
  }

  void add(ModelState state) {
    Hash32 blockHash = state.blockHash();
    about(
            """
            insert into replay_checkpoint
              (chain_id, address, samples, last_block, last_index, block_hash, state, digest)
            values (:chain, :address, :samples, :block, :index, :hash, :state, :digest)
            """,
            state.model())
        .param("samples", state.samples())
        .param("block", state.position().block())
        .param("index", state.position().index())
        .param("hash", blockHash == null ? null : blockHash.bytes())
        .param("state", state.bytes())
        .param("digest", state.digest().bytes())
        .update();
  }

  void dropAfter(ModelId model, long samples) {
    about(
            "delete from replay_checkpoint where chain_id = :chain and address = :address and"
                + " samples > :samples",
            model)
        .param("samples", samples)
        .update();
  }

  void thin(ModelId model) {
    List<Long> held =
        about(
                """
                select samples from replay_checkpoint where chain_id = :chain and address = :address
                order by samples desc
                """,
                model)
            .query(Long.class)
            .list();
    List<Long> superfluous = superfluous(held);
    if (superfluous.isEmpty()) return;
    about(
            "delete from replay_checkpoint where chain_id = :chain and address = :address and"
                + " samples in (:samples)",
            model)
        .param("samples", superfluous)
        .update();
  }

  /**
   * Beyond the latest ones, keeps the oldest of each distance that doubles, so that a
   * reorganisation of any depth has to repeat at most about as much as it undid.
   *
   * @param held after how many samples each checkpoint was made, latest first
   */
  static List<Long> superfluous(List<Long> held) {
    List<Long> drop = new ArrayList<>();
    for (int i = DENSE; i < held.size() - 1; i++) {
      if (doubling(held, i) == doubling(held, i + 1)) drop.add(held.get(i));
    }
    return drop;
  }

  private static int doubling(List<Long> held, int i) {
    return Long.numberOfLeadingZeros(held.getFirst() - held.get(i));
  }

  private JdbcClient.StatementSpec about(String sql, ModelId model) {
    return database
        .sql(sql)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes());
  }
}
