package org.sumscan.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;

/** The rows that count outcomes: by label and answer, and by contributor. */
@Component
class CountRows {

  private static final int ROWS_AT_A_TIME = 1000;

  private final JdbcTemplate database;

  CountRows(JdbcTemplate database) {
    this.database = database;
  }

  void add(ModelId model, int classes, List<Outcome> outcomes) {
    Map<Pair, Integer> pairs = new HashMap<>();
    Map<Address, Contributor> contributors = new HashMap<>();
    for (Outcome outcome : outcomes) {
      Pair pair = new Pair(place(outcome.label(), classes), place(outcome.prediction(), classes));
      pairs.merge(pair, 1, Integer::sum);
      contributors.merge(outcome.sender(), first(outcome), CountRows::sum);
    }
    addPairs(model, pairs);
    addContributors(model, contributors);
  }

  private record Pair(int label, int prediction) {}

  private static int place(@Nullable UInt64 label, int classes) {
    if (label == null || Long.compareUnsigned(label.bits(), classes) >= 0) return Confusion.NONE;
    return (int) label.bits();
  }

  private static Contributor first(Outcome outcome) {
    return new Contributor(outcome.sender(), 1, outcome.isHit() ? 1 : 0, outcome.blockTime());
  }

  private static Contributor sum(Contributor one, Contributor other) {
    return new Contributor(
        one.account(),
        one.samples() + other.samples(),
        one.agreed() + other.agreed(),
        Math.max(one.lastTime(), other.lastTime()));
  }

  private void addPairs(ModelId model, Map<Pair, Integer> pairs) {
    database.batchUpdate(
        """
        insert into replay_confusion as held (chain_id, address, label, prediction, samples) values (?, ?, ?, ?, ?)
        on conflict on constraint replay_confusion_pk do update set samples = held.samples + excluded.samples
        """,
        pairs.entrySet(),
        ROWS_AT_A_TIME,
        (statement, entry) -> {
          statement.setLong(1, model.chain().value());
          statement.setBytes(2, model.address().bytes());
          statement.setInt(3, entry.getKey().label());
          statement.setInt(4, entry.getKey().prediction());
          statement.setLong(5, entry.getValue());
        });
  }

  private void addContributors(ModelId model, Map<Address, Contributor> contributors) {
    database.batchUpdate(
        """
        insert into replay_contributor as held (chain_id, address, sender, samples, agreed, last_time)
        values (?, ?, ?, ?, ?, ?)
        on conflict on constraint replay_contributor_pk do update
        set samples = held.samples + excluded.samples, agreed = held.agreed + excluded.agreed,
          last_time = greatest(held.last_time, excluded.last_time)
        """,
        contributors.values(),
        ROWS_AT_A_TIME,
        (statement, contributor) -> {
          statement.setLong(1, model.chain().value());
          statement.setBytes(2, model.address().bytes());
          statement.setBytes(3, contributor.account().bytes());
          statement.setLong(4, contributor.samples());
          statement.setLong(5, contributor.agreed());
          statement.setLong(6, contributor.lastTime());
        });
  }

  void clear(ModelId model) {
    for (String table : List.of("replay_confusion", "replay_contributor")) {
      database.update(
          "delete from " + table + " where chain_id = ? and address = ?",
          model.chain().value(),
          model.address().bytes());
    }
  }
}
