package org.sumscan.accuracy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ModelId;

/**
 * What is known of the models' accuracy, to read. Nothing of a model is answered while its figures
 * may not be shown, see {@link Figures}.
 */
@Repository
public class AccuracyFigures {

  /** The most points of a line that can be asked for. */
  public static final int POINTS = 5000;

  private final JdbcClient database;

  AccuracyFigures(JdbcClient database) {
    this.database = database;
  }

  /** One model's figures; {@link Figures.Pending} too for a model that was never replayed. */
  public Figures of(ModelId model) {
    throw new UnsupportedOperationException();
  }

  /** The figures of each of these models, in as few questions to the database as one. */
  public Map<ModelId, Figures> of(Collection<ModelId> models) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /** Labels against answers; empty while the figures may not be shown. */
  public Confusion confusion(ModelId model) {
    throw new UnsupportedOperationException();
  }

  /**
   * The accounts that taught the model, those with most samples first.
   *
   * @param limit the most to answer, within 1 and 1000
   * @return empty while the figures may not be shown
   */
  public List<Contributor> contributors(ModelId model, int limit) {
    throw new UnsupportedOperationException();
  }
}
