package org.sumscan.accuracy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.LearningRules;

/** The models' states as the replay left them, to predict by. */
@Component
public class ModelStates {

  private static final String LATEST =
      """
      select replay.chain_id, replay.address, learning_rules, checkpoint.samples, checkpoint.last_block,
        checkpoint.last_index, checkpoint.block_hash, state, digest
      from replay join replay_checkpoint checkpoint
        on checkpoint.chain_id = replay.chain_id and checkpoint.address = replay.address
      where replay.chain_id = :chain and replay.address = :address
      """;

  private final JdbcClient database;

  ModelStates(JdbcClient database) {
    this.database = database;
  }

  /**
   * The state after the latest replayed sample; nothing for a model that is not replayed or whose
   * replay differs from the chain.
   */
  public Optional<ModelState> latest(ModelId model) {
    return one(model, "and difference is null order by checkpoint.samples desc limit 1", 0);
  }

  /** The latest state at or before the end of a block, whether or not the replay is trusted. */
  Optional<ModelState> upTo(ModelId model, long block) {
    return one(
        model,
        "and checkpoint.last_block <= :block order by checkpoint.samples desc limit 1",
        block);
  }

  private Optional<ModelState> one(ModelId model, String which, long block) {
    return database
        .sql(LATEST + which)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes())
        .param("block", block)
        .query(
            (row, number) ->
                new ModelState(
                    new ModelId(
                        new ChainId(row.getLong("chain_id")), Address.of(row.getBytes("address"))),
                    LearningRules.named(row.getString("learning_rules")).orElseThrow(),
                    row.getLong("samples"),
                    new LogPosition(row.getLong("last_block"), row.getInt("last_index")),
                    hash(row.getBytes("block_hash")),
                    row.getBytes("state"),
                    Hash32.of(row.getBytes("digest"))))
        .optional();
  }

  private static @Nullable Hash32 hash(byte @Nullable [] bytes) {
    return bytes == null ? null : Hash32.of(bytes);
  }
}
