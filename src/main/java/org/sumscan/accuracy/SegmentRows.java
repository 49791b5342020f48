package org.sumscan.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.accuracy.series.Segment;
import org.sumscan.kernel.ModelId;

/** The rows that hold outcomes, {@link Segment#SIZE} each but the last of a model. */
@Component
class SegmentRows {

  private static final String OF_MODEL = " where chain_id = :chain and address = :address";

  private final JdbcClient database;

  SegmentRows(JdbcClient database) {
    this.database = database;
  }

  /**
   * Adds outcomes after the ones that are there.
   *
   * @param samples how many are there
   */
  void append(ModelId model, long samples, List<Outcome> outcomes) {
    long first = samples - samples % Segment.SIZE + 1;
    List<Outcome> all = new ArrayList<>(at(model, first));
    all.addAll(outcomes);
    for (int from = 0; from < all.size(); from += Segment.SIZE) {
      put(model, first + from, all.subList(from, Math.min(all.size(), from + Segment.SIZE)));
    }
  }

  private List<Outcome> at(ModelId model, long first) {
    return about(
            "select outcomes from replay_segment" + OF_MODEL + " and first_sample = :first", model)
        .param("first", first)
        .query(byte[].class)
        .optional()
        .map(Segment::unpack)
        .orElse(List.of());
  }

  private void put(ModelId model, long first, List<Outcome> outcomes) {
    about(
            """
            insert into replay_segment (chain_id, address, first_sample, samples, first_block, last_block, outcomes)
            values (:chain, :address, :first, :samples, :firstBlock, :lastBlock, :outcomes)
            on conflict on constraint replay_segment_pk do update
            set samples = excluded.samples, last_block = excluded.last_block, outcomes = excluded.outcomes
            """,
            model)
        .param("first", first)
        .param("samples", outcomes.size())
        .param("firstBlock", outcomes.getFirst().position().block())
        .param("lastBlock", outcomes.getLast().position().block())
        .param("outcomes", Segment.pack(outcomes))
        .update();
  }

  /** Keeps the first so many outcomes only. */
  void dropAfter(ModelId model, long samples) {
    long first = samples - samples % Segment.SIZE + 1;
    List<Outcome> last = at(model, first);
    about("delete from replay_segment" + OF_MODEL + " and first_sample >= :first", model)
        .param("first", first)
        .update();
    int left = (int) (samples - first + 1);
    if (left > 0) put(model, first, last.subList(0, left));
  }

  /** Hands on all outcomes in order, a row at a time; the rows stay as they are meanwhile. */
  void forEach(ModelId model, Consumer<List<Outcome>> reader) {
    List<Long> firsts =
        about("select first_sample from replay_segment" + OF_MODEL + " order by 1", model)
            .query(Long.class)
            .list();
    firsts.forEach(first -> reader.accept(at(model, first)));
  }

  private JdbcClient.StatementSpec about(String sql, ModelId model) {
    return database
        .sql(sql)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes());
  }
}
