package org.sumscan.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.ChartLines;
import org.sumscan.accuracy.series.LineThinner;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.accuracy.series.Segment;
import org.sumscan.accuracy.series.Series;
import org.sumscan.accuracy.series.Tally;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;

/**
 * What is known of the models' accuracy, to read. Nothing of a model is answered while its figures
 * may not be shown, see {@link Figures}.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AccuracyFigures {

  /** The most points of a line that can be asked for. */
  public static final int POINTS = 5000;

  private static final int CONTRIBUTORS = 1000;
  private static final int SEGMENTS_AT_A_TIME = 32;
  private static final String OF_MODEL = "where chain_id = :chain and address = :address ";

  private final JdbcClient database;
  private final LineRows lines;

  AccuracyFigures(JdbcClient database, LineRows lines) {
    this.database = database;
    this.lines = lines;
  }

  /** One model's figures; {@link Figures.Pending} too for a model that was never replayed. */
  public Figures of(ModelId model) {
    return matching(ReplayRow.SELECT + OF_MODEL, model)
        .query(ReplayRow::of)
        .optional()
        .map(ReplayRow::figures)
        .orElse(new Figures.Pending(0));
  }

  /** The figures of each of these models, in as few questions to the database as one. */
  public Map<ModelId, Figures> of(Collection<ModelId> models) {
    Map<ModelId, Figures> figures = new HashMap<>();
    models.forEach(model -> figures.put(model, new Figures.Pending(0)));
    if (models.isEmpty()) return figures;
    List<Object[]> keys = new ArrayList<>();
    models.forEach(model -> keys.add(new Object[] {model.chain().value(), bytes(model)}));
    database
        .sql(ReplayRow.SELECT + "where (chain_id, address) in (:keys)")
        .param("keys", keys)
        .query(ReplayRow::of)
        .list()
        .forEach(row -> figures.put(row.model(), row.figures()));
    return figures;
  }

  /**
   * A series over all samples.
   *
   * @param points the most points to answer, within 4 and {@link #POINTS}
   * @return nothing while the figures may not be shown
   * @throws IllegalArgumentException if {@code points} is out of range
   */
  public Optional<AccuracyLine> line(ModelId model, Series series, int points) {
    return line(model, series, points, 1, Long.MAX_VALUE);
  }

  /**
   * A series over some of the samples; what came before them counts into its values all the same.
   *
   * @param points the most points to answer, within 4 and {@link #POINTS}
   * @param from the first sample, counted from 1
   * @param to the last sample, included; beyond the latest means up to the latest
   * @return nothing while the figures may not be shown
   * @throws IllegalArgumentException if {@code points} or the range is out of range
   */
  public Optional<AccuracyLine> line(ModelId model, Series series, int points, long from, long to) {
    require(points, 4, POINTS, "points");
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("not a range of samples: " + from + " to " + to);
    }
    if (!(of(model) instanceof Figures.Shown(AccuracySummary summary))) return Optional.empty();
    long last = Math.min(to, summary.samples());
    long count = Math.max(0, last - from + 1);
    LineThinner thinner = new LineThinner(count, points);
    Tally tally = new Tally();
    matching("select outcomes from replay_segment " + OF_MODEL + "order by first_sample", model)
        .withFetchSize(SEGMENTS_AT_A_TIME)
        .query(
            row -> {
              for (Outcome outcome : Segment.unpack(row.getBytes("outcomes"))) {
                tally.add(outcome.isHit());
                if (from <= tally.samples() && tally.samples() <= last) {
                  thinner.take(tally.point(series, outcome));
                }
              }
            });
    return Optional.of(new AccuracyLine(series, count, thinner.kept()));
  }

  /**
   * All that a model's page shows, as of one moment, in at most four statements of which none reads
   * more where there are more samples.
   *
   * @param accounts those whose agreement is asked for
   */
  public ModelAccuracy all(ModelId model, Collection<Address> accounts) {
    Figures figures = of(model);
    if (!(figures instanceof Figures.Shown)) return ModelAccuracy.withoutLines(figures);
    return new ModelAccuracy(
        figures,
        lines.find(model).map(ChartLines::lines).orElse(List.of()),
        counted(model),
        agreement(model, accounts));
  }

  /** Labels against answers; empty while the figures may not be shown. */
  public Confusion confusion(ModelId model) {
    return isShown(model) ? counted(model) : new Confusion(List.of());
  }

  private Confusion counted(ModelId model) {
    return new Confusion(
        matching(
                """
                select * from (
                  select label, prediction, samples from replay_confusion
                  where chain_id = :chain and address = :address order by samples desc limit :limit) most
                order by label, prediction
                """,
                model)
            .param("limit", Confusion.CELLS)
            .query(
                (row, number) ->
                    new Confusion.Cell(row.getInt(1), row.getInt(2), row.getLong("samples")))
            .list());
  }

  private List<Contributor> agreement(ModelId model, Collection<Address> accounts) {
    if (accounts.isEmpty()) return List.of();
    return matching(
            "select * from replay_contributor " + OF_MODEL + "and sender in (:senders)", model)
        .param("senders", accounts.stream().map(Address::bytes).toList())
        .query(AccuracyFigures::contributor)
        .list();
  }

  /**
   * The accounts that taught the model, those with most samples first.
   *
   * @param limit the most to answer, within 1 and 1000
   * @return empty while the figures may not be shown
   * @throws IllegalArgumentException if {@code limit} is out of range
   */
  public List<Contributor> contributors(ModelId model, int limit) {
    require(limit, 1, CONTRIBUTORS, "contributors");
    if (!isShown(model)) return List.of();
    return matching(
            "select * from replay_contributor "
                + OF_MODEL
                + "order by samples desc, sender limit :limit",
            model)
        .param("limit", limit)
        .query(AccuracyFigures::contributor)
        .list();
  }

  private static Contributor contributor(ResultSet row, int number) throws SQLException {
    return new Contributor(
        Address.of(row.getBytes("sender")),
        row.getLong("samples"),
        row.getLong("agreed"),
        row.getLong("last_time"));
  }

  private boolean isShown(ModelId model) {
    return of(model) instanceof Figures.Shown;
  }

  private JdbcClient.StatementSpec matching(String sql, ModelId model) {
    return database.sql(sql).param("chain", model.chain().value()).param("address", bytes(model));
  }

  private static byte[] bytes(ModelId model) {
    return model.address().bytes();
  }

  private static void require(int number, int least, int most, String what) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "between " + least + " and " + most + " " + what + " can be asked for, not " + number);
    }
  }
}
