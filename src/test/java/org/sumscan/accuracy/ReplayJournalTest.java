package org.sumscan.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.AccuracyPoint;
import org.sumscan.accuracy.series.ChartLines;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.accuracy.series.Outcomes;
import org.sumscan.accuracy.series.Series;
import org.sumscan.accuracy.series.Tally;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class ReplayJournalTest {

  private static final ModelId MODEL = new ModelId(new ChainId(5), new Address(1, 2, 3));
  private static final BlockRef HEAD = new BlockRef(1_000_000, new Hash32(9, 9, 9, 9));

  private static TestDatabase database;
  private static Parts parts;

  private final ReplayJournal journal = parts.get(ReplayJournal.class);
  private final AccuracyFigures figures = parts.get(AccuracyFigures.class);
  private final ModelStates states = parts.get(ModelStates.class);
  private final List<Outcome> outcomes = Outcomes.random(new Random(3), 7000);

  @BeforeAll
  static void wire() {
    database = TestDatabase.create();
    parts = Parts.of(database, "accuracy");
  }

  @AfterAll
  static void close() {
    parts.close();
    database.close();
  }

  @BeforeEach
  void forget() {
    journal.forget(MODEL);
  }

  @Test
  void drawsEverySampleExactlyWhateverTheSizesItWasWrittenIn() {
    ReplayProgress progress = begin();
    Random random = new Random(5);
    while (progress.state().samples() < outcomes.size()) {
      long before = progress.state().samples();
      progress = append(progress, 1 + random.nextInt(random.nextBoolean() ? 5 : 3000));
      assertThat(progress.state().samples()).isGreaterThan(before);
    }
    journal.equal(progress, HEAD);
    Tally tally = new Tally();
    AccuracyLine line =
        figures.line(MODEL, Series.PREQUENTIAL_WINDOW, 5000, 101, 5000).orElseThrow();
    assertThat(line.samples()).isEqualTo(4900);
    for (int i = 0; i < 5000; i++) {
      tally.add(outcomes.get(i).isHit());
      if (i < 100) continue;
      AccuracyPoint point = line.points().get(i - 100);
      assertThat(point.sample()).isEqualTo(i + 1);
      assertThat(point.position()).isEqualTo(outcomes.get(i).position());
      assertThat(point.blockTime()).isEqualTo(outcomes.get(i).blockTime());
      assertThat(point.value()).isEqualTo(tally.value(Series.PREQUENTIAL_WINDOW));
    }
  }

  @Test
  void keepsALineThatIsDrawnFromOneRowWhateverTheSizesItWasWrittenIn() {
    ReplayProgress progress = append(append(append(append(begin(), 1), 700), 5), 6000);
    journal.equal(progress, HEAD);
    Tally tally = new Tally();
    ChartLines lines = new ChartLines();
    for (Outcome outcome : outcomes.subList(0, 6706)) {
      tally.add(outcome.isHit());
      lines.add(tally, outcome);
    }
    Address account = outcomes.getFirst().sender();
    ModelAccuracy all = figures.all(MODEL, List.of(account, new Address(9, 9, 9)));
    assertThat(all.lines()).isEqualTo(lines.lines());
    assertThat(all.figures()).isEqualTo(figures.of(MODEL));
    assertThat(all.confusion()).isEqualTo(figures.confusion(MODEL));
    assertThat(all.contributors())
        .singleElement()
        .isEqualTo(
            figures.contributors(MODEL, 100).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow());
    journal.differs(progress, "predictions differ");
    assertThat(figures.all(MODEL, List.of(account)).lines()).isEmpty();
  }

  @Test
  void countsLabelsAgainstAnswersAndAgreementPerContributor() {
    ReplayProgress progress = append(append(begin(), 4000), 3000);
    journal.equal(progress, HEAD);
    Map<List<Integer>, Long> pairs = new HashMap<>();
    Map<Address, Long> agreed = new HashMap<>();
    for (Outcome outcome : outcomes) {
      int answer = outcome.prediction() == null ? -1 : (int) outcome.prediction().bits();
      int label = (int) outcome.label().bits();
      // The model has two classes, so that the third label is none.
      pairs.merge(List.of(label == 2 ? -1 : label, answer == 2 ? -1 : answer), 1L, Long::sum);
      agreed.merge(outcome.sender(), outcome.isHit() ? 1L : 0L, Long::sum);
    }
    Map<List<Integer>, Long> found = new HashMap<>();
    for (Confusion.Cell cell : figures.confusion(MODEL).cells()) {
      found.put(List.of(cell.label(), cell.prediction()), cell.samples());
    }
    assertThat(found).isEqualTo(pairs);
    assertThat(figures.contributors(MODEL, 100))
        .hasSize(6)
        .allSatisfy(one -> assertThat(one.agreed()).isEqualTo(agreed.get(one.account())))
        .isSortedAccordingTo((one, other) -> Long.compare(other.samples(), one.samples()));
  }

  @Test
  void isAfterARewindAsIfTheBranchHadNeverBeen() {
    ReplayProgress straight = append(append(begin(), 2500), 2500);
    journal.equal(straight, HEAD);
    List<Object> expected = everything();
    journal.forget(MODEL);
    ReplayProgress progress = append(append(append(begin(), 2500), 2500), 2000);
    long common = progress.state().position().block() - 1;
    ReplayProgress back = journal.reorg(progress, common, 4).orElseThrow();
    assertThat(back.state().samples()).isEqualTo(5000);
    assertThat(back.reorgsSeen()).isEqualTo(4);
    journal.equal(back, HEAD);
    assertThat(everything().equals(expected)).isTrue();
  }

  @Test
  void goesBackToTheHandOverWhenNothingElseIsLeft() {
    ReplayProgress progress = append(begin(), 300);
    ReplayProgress back = journal.reorg(progress, -1, 1).orElseThrow();
    assertThat(back.state().samples()).isZero();
    assertThat(back.state().position()).isEqualTo(LogPosition.START);
    assertThat(states.latest(MODEL).orElseThrow().digest()).isEqualTo(back.state().digest());
    journal.equal(append(back, 200), HEAD);
    assertThat(figures.of(MODEL)).isInstanceOf(Figures.Shown.class);
  }

  @Test
  void forgetsAComparisonWithABlockThatLeft() {
    ReplayProgress progress = append(begin(), 100);
    journal.equal(progress, HEAD);
    journal.reorg(progress, HEAD.number() - 1, 2);
    assertThat(figures.of(MODEL)).isEqualTo(new Figures.Pending(100));
  }

  @Test
  void takesNothingFromAWriterThatWasOvertaken() {
    ReplayProgress before = begin();
    ReplayProgress after = append(before, 10);
    assertThat(journal.append(before, outcomes.subList(0, 20), state(20))).isEmpty();
    assertThat(journal.reorg(before, -1, 1)).isEmpty();
    assertThat(journal.progress(MODEL)).contains(after);
  }

  @Test
  void writesNothingOfABatchThatDoesNotAddUp() {
    ReplayProgress before = begin();
    assertThatThrownBy(() -> journal.append(before, outcomes.subList(0, 20), state(21)))
        .hasMessageContaining("20 samples replayed, 21 in the state");
    assertThat(journal.progress(MODEL).orElseThrow().state().samples()).isZero();
  }

  @Test
  void showsNothingBeforeTheFirstComparisonAndNothingAfterADifference() {
    ReplayProgress progress = append(begin(), 50);
    assertThat(figures.of(MODEL)).isEqualTo(new Figures.Pending(50));
    journal.equal(progress, HEAD);
    assertThat(figures.line(MODEL, Series.PREQUENTIAL, 10)).isPresent();
    journal.differs(progress, "predictions differ");
    assertThat(figures.of(List.of(MODEL)))
        .containsEntry(MODEL, new Figures.Withheld("predictions differ"));
    assertThat(figures.line(MODEL, Series.PREQUENTIAL, 10)).isEmpty();
    assertThat(figures.confusion(MODEL).cells()).isEmpty();
    assertThat(figures.contributors(MODEL, 5)).isEmpty();
    assertThat(states.latest(MODEL)).isEmpty();
  }

  @Test
  void beginsAnewOnlyFromAnotherStart() {
    ReplayProgress progress = append(begin(), 50);
    assertThat(begin()).isEqualTo(progress);
    ModelState other = state(0, new byte[] {7});
    assertThat(journal.begin(other, 2, 0).state().samples()).isZero();
  }

  private List<Object> everything() {
    List<Object> all = new ArrayList<>(figures.contributors(MODEL, 100));
    all.add(figures.of(MODEL));
    all.add(figures.confusion(MODEL));
    for (Series series : Series.values()) {
      all.add(figures.line(MODEL, series, 5000).orElseThrow());
    }
    all.add(figures.all(MODEL, List.of()).lines());
    return all;
  }

  private ReplayProgress begin() {
    return journal.begin(state(0), 2, 0);
  }

  private ReplayProgress append(ReplayProgress progress, int count) {
    int from = (int) progress.state().samples();
    int to = Math.min(outcomes.size(), from + count);
    return journal.append(progress, outcomes.subList(from, to), state(to)).orElseThrow();
  }

  private ModelState state(int samples) {
    return state(samples, new byte[] {(byte) samples, (byte) (samples >> 8)});
  }

  private ModelState state(int samples, byte[] bytes) {
    LogPosition position = samples == 0 ? LogPosition.START : outcomes.get(samples - 1).position();
    Hash32 hash = samples == 0 ? null : new Hash32(0, 0, 0, position.block());
    Hash32 digest = new Hash32(1, bytes[0], bytes.length, samples);
    return new ModelState(
        MODEL, LearningRules.NAIVE_BAYES_2, samples, position, hash, bytes, digest);
  }
}
