package org.sumscan.accuracy;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.accuracy.series.ChartLines;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.accuracy.series.Series;
import org.sumscan.accuracy.series.Tally;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;

/**
 * Where a replay writes what came of it; outcomes, figures and checkpoint change together or not at
 * all, and only on top of what the writer knew.
 */
@Component
@Transactional
public class ReplayJournal {

  private static final String OF_MODEL = " where chain_id = :chain and address = :address";

  private final JdbcClient database;
  private final ModelStates states;
  private final CheckpointRows checkpoints;
  private final SegmentRows segments;
  private final CountRows counts;
  private final LineRows lineRows;

  ReplayJournal(
      JdbcClient database,
      ModelStates states,
      CheckpointRows checkpoints,
      SegmentRows segments,
      CountRows counts,
      LineRows lineRows) {
    this.database = database;
    this.states = states;
    this.checkpoints = checkpoints;
    this.segments = segments;
    this.counts = counts;
    this.lineRows = lineRows;
  }

  /** How far the model's replay has come; nothing if it has not begun. */
  @Transactional(readOnly = true)
  public Optional<ReplayProgress> progress(ModelId model) {
    return row(model, "").map(this::progress);
  }

  /**
   * Begins a model's replay; what an earlier one left is forgotten if it began in another state.
   *
   * @param start the model as it was handed over, with 0 samples
   * @param classes how many classes it has, at least 1
   * @param reorgsSeen up to which of its chain's reorgs nothing has to be undone
   */
  public ReplayProgress begin(ModelState start, int classes, long reorgsSeen) {
    Optional<ReplayRow> before = row(start.model(), " for update");
    if (before.isPresent() && before.get().startDigest().equals(start.digest())) {
      return progress(before.get());
    }
    forget(start.model());
    about(
            """
            insert into replay (chain_id, address, learning_rules, classes, start_digest, reorgs_seen, samples, hits,
              last_block, last_index, last_time, window_bits, fading_sum, fading_weight, sparkline, sparkline_stride)
            values (:chain, :address, :rules, :classes, :digest, :reorgs, 0, 0, :block, :index, 0, :bits, 0, 0, '', 1)
            """,
            start.model())
        .param("rules", start.rules().wireName())
        .param("classes", classes)
        .param("digest", start.digest().bytes())
        .param("reorgs", reorgsSeen)
        .param("block", LogPosition.START.block())
        .param("index", LogPosition.START.index())
        .param("bits", new byte[Series.WINDOW / 8])
        .update();
    checkpoints.add(start);
    return new ReplayProgress(start, classes, reorgsSeen, null, null);
  }

  /** Forgets everything that was replayed of a model. */
  public void forget(ModelId model) {
    about("delete from replay" + OF_MODEL, model).update();
  }

  /**
   * Writes down what came of the next samples.
   *
   * @param before what the writer knew
   * @param outcomes the samples after it, in the order of the chain, at least one
   * @param after the model when it had learnt them
   * @return the progress now; nothing if another writer came first, and then nothing was written
   */
  public Optional<ReplayProgress> append(
      ReplayProgress before, List<Outcome> outcomes, ModelState after) {
    ModelId model = after.model();
    Optional<ReplayRow> locked = locked(before);
    if (locked.isEmpty()) return Optional.empty();
    ReplayRow row = locked.get();
    Tally tally = new Tally(row.tally());
    ChartLines lines = lines(row);
    outcomes.forEach(outcome -> count(outcome, tally, lines));
    if (tally.samples() != after.samples()) {
      throw new IllegalArgumentException(
          "%s: %d samples replayed, %d in the state"
              .formatted(model, tally.samples(), after.samples()));
    }
    segments.append(model, row.tally().samples(), outcomes);
    counts.add(model, row.classes(), outcomes);
    checkpoints.add(after);
    checkpoints.thin(model);
    lineRows.put(model, lines);
    write(model, tally, after, outcomes.getLast().blockTime());
    return Optional.of(
        new ReplayProgress(
            after, row.classes(), row.reorgsSeen(), row.compared(), row.difference()));
  }

  /**
   * Goes back to the last checkpoint that the chain still has.
   *
   * @param before what the writer knew
   * @param lastCommon the highest block that every reorg since then left in place, −1 for none
   * @param reorgsSeen up to which reorg that goes
   * @return the progress now; nothing if another writer came first, and then nothing was changed
   */
  public Optional<ReplayProgress> reorg(ReplayProgress before, long lastCommon, long reorgsSeen) {
    ModelId model = before.state().model();
    Optional<ReplayRow> locked = locked(before);
    if (locked.isEmpty()) return Optional.empty();
    ReplayRow row = locked.get();
    if (row.last().block() > lastCommon) cutBack(row, lastCommon);
    about(
            """
            update replay set reorgs_seen = :reorgs,
              compared_hash = case when compared_block <= :common then compared_hash end,
              compared_block = case when compared_block <= :common then compared_block end
            """
                + OF_MODEL,
            model)
        .param("reorgs", reorgsSeen)
        .param("common", lastCommon)
        .update();
    return progress(model);
  }

  private void cutBack(ReplayRow row, long lastCommon) {
    ModelId model = row.model();
    ModelState state = states.upTo(model, lastCommon).orElseThrow();
    checkpoints.dropAfter(model, state.samples());
    segments.dropAfter(model, state.samples());
    counts.clear(model);
    Tally tally = new Tally();
    ChartLines lines = new ChartLines();
    long[] lastTime = {0};
    segments.forEach(
        model,
        outcomes -> {
          outcomes.forEach(outcome -> count(outcome, tally, lines));
          counts.add(model, row.classes(), outcomes);
          lastTime[0] = outcomes.getLast().blockTime();
        });
    lineRows.put(model, lines);
    write(model, tally, state, lastTime[0]);
  }

  private ChartLines lines(ReplayRow row) {
    ChartLines lines = lineRows.find(row.model()).orElseGet(ChartLines::new);
    if (lines.samples() != row.tally().samples()) {
      throw new IllegalStateException(
          "%s: %d samples replayed, %d in the lines of its chart"
              .formatted(row.model(), row.tally().samples(), lines.samples()));
    }
    return lines;
  }

  private static void count(Outcome outcome, Tally tally, ChartLines lines) {
    tally.add(outcome.isHit());
    lines.add(tally, outcome);
  }

  /**
   * Replay and chain were found equal.
   *
   * @param known what was compared
   * @param block at which block of the chain
   */
  public void equal(ReplayProgress known, BlockRef block) {
    about(
            """
            update replay set compared_block = :block, compared_hash = :hash
            where chain_id = :chain and address = :address and samples = :samples and reorgs_seen = :reorgs
            """,
            known.state().model())
        .param("block", block.number())
        .param("hash", block.hash().bytes())
        .param("samples", known.state().samples())
        .param("reorgs", known.reorgsSeen())
        .update();
  }

  /** Replay and chain differ, for a reason in our own words: the figures are withheld. */
  public void differs(ReplayProgress known, String reason) {
    about(
            """
            update replay set difference = left(:reason, 1000)
            where chain_id = :chain and address = :address and samples = :samples and reorgs_seen = :reorgs
            """,
            known.state().model())
        .param("reason", reason)
        .param("samples", known.state().samples())
        .param("reorgs", known.reorgsSeen())
        .update();
  }

  private Optional<ReplayRow> locked(ReplayProgress before) {
    return row(before.state().model(), " for update")
        .filter(row -> row.tally().samples() == before.state().samples())
        .filter(row -> row.last().equals(before.state().position()))
        .filter(row -> row.reorgsSeen() == before.reorgsSeen());
  }

  private void write(ModelId model, Tally tally, ModelState state, long lastTime) {
    Tally.Packed packed = tally.packed();
    Hash32 blockHash = state.blockHash();
    about(
            """
            update replay set samples = :samples, hits = :hits, last_block = :block, last_index = :index,
              last_block_hash = :hash, last_time = :time, window_bits = :bits, fading_sum = :sum, fading_weight = :weight,
              sparkline = :sparkline, sparkline_stride = :stride
            """
                + OF_MODEL,
            model)
        .param("samples", packed.samples())
        .param("hits", packed.hits())
        .param("block", state.position().block())
        .param("index", state.position().index())
        .param("hash", blockHash == null ? null : blockHash.bytes())
        .param("time", lastTime)
        .param("bits", packed.window())
        .param("sum", packed.fadingSum())
        .param("weight", packed.fadingWeight())
        .param("sparkline", packed.sparkline())
        .param("stride", packed.stride())
        .update();
  }

  private Optional<ReplayRow> row(ModelId model, String lock) {
    return about(ReplayRow.SELECT + OF_MODEL + lock, model).query(ReplayRow::of).optional();
  }

  private ReplayProgress progress(ReplayRow row) {
    ModelState state = states.upTo(row.model(), Long.MAX_VALUE).orElseThrow();
    return new ReplayProgress(
        state, row.classes(), row.reorgsSeen(), row.compared(), row.difference());
  }

  private JdbcClient.StatementSpec about(String sql, ModelId model) {
    return database
        .sql(sql)
        .param("chain", model.chain().value())
        .param("address", model.address().bytes());
  }
}
