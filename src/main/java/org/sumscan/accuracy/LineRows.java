package org.sumscan.accuracy;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.series.ChartLines;
import org.sumscan.kernel.ModelId;

/** The rows of the table {@code replay_lines}, one a model that has samples. */
@Component
class LineRows {

  private final JdbcClient database;

  LineRows(JdbcClient database) {
    this.database = database;
  }

  /** What is kept of a model; nothing before its first sample. */
  Optional<ChartLines> find(ModelId model) {
    return about(
            "select samples, lines from replay_lines where chain_id = :chain and address ="
                + " :address",
            model)
        .query((row, number) -> ChartLines.unpack(row.getLong(1), row.getBytes(2)))
        .optional();
  }

  /** Puts lines in the place of those that were kept. */
  void put(ModelId model, ChartLines lines) {
    if (lines.samples() == 0) {
      about("delete from replay_lines where chain_id = :chain and address = :address", model)
          .update();
      return;
    }
    about(
            """
            insert into replay_lines (chain_id, address, samples, lines)
            values (:chain, :address, :samples, :lines)
            on conflict on constraint replay_lines_pk do update
            set samples = excluded.samples, lines = excluded.lines
            """,
            model)
        .param("samples", lines.samples())
        .param("lines", lines.pack())
        .update();
  }

  private JdbcClient.StatementSpec about(String sql, ModelId model) {
    return database
        .sql(sql)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes());
  }
}
