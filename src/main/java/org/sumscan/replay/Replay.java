package org.sumscan.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.Outcome;
import org.sumscan.accuracy.ReplayProgress;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.Prediction;
import org.sumscan.learning.Training;
import org.sumscan.ledger.Sample;

/**
 * One model being replayed: its classifier in memory, and how far it is written down; for one
 * thread at a time.
 */
final class Replay {

  private static final int REMEMBERED = 3;
  private static final int RESTING = 20;

  private final Address contract;
  private final Address mechanism;
  private final OpenAnswers.Pass pass = new OpenAnswers.Pass();
  private List<long[]> remembered = List.of();
  private ReplayProgress progress;
  private Classifier classifier;
  private @Nullable Instant triedAt;
  private long comparedSamples = -1;

  Replay(ReplayProgress progress, Address contract, Address mechanism) {
    this.contract = contract;
    this.mechanism = mechanism;
    this.progress = progress;
    this.classifier = progress.state().classifier();
  }

  ModelId model() {
    return progress.state().model();
  }

  /** The classifier on chain. */
  Address contract() {
    return contract;
  }

  /** The incentive mechanism, which counts the samples. */
  Address mechanism() {
    return mechanism;
  }

  /** How far its open samples have been asked about. */
  OpenAnswers.Pass pass() {
    return pass;
  }

  ReplayProgress progress() {
    return progress;
  }

  Classifier classifier() {
    return classifier;
  }

  /** Some of the samples that it was taught, the latest last; none after a restart. */
  List<long[]> remembered() {
    return remembered;
  }

  /**
   * What came of samples.
   *
   * @param refused why the one after the outcomes was refused, if one was: on chain it was not, so
   *     the replay is wrong
   */
  record Lesson(List<Outcome> outcomes, Optional<String> refused) {}

  /** Answers each sample, then learns it; {@link #progress} stays as it was. */
  Lesson learn(List<Sample> samples) {
    List<Outcome> outcomes = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      UInt64 answer = answer(classifier.predict(sample.features()));
      Training training = classifier.update(sample.features(), sample.label());
      if (training instanceof Training.Rejected(var reason)) {
        String refused = "The chain took the sample at %s, the replay refuses it: %s.";
        return new Lesson(
            outcomes, Optional.of(refused.formatted(sample.position(), reason.sentence())));
      }
      outcomes.add(
          new Outcome(
              sample.position(), sample.blockTime(), sample.sender(), sample.label(), answer));
    }
    return new Lesson(outcomes, Optional.empty());
  }

  private static @Nullable UInt64 answer(Prediction prediction) {
    return prediction instanceof Prediction.Label(UInt64 label) ? label : null;
  }

  /** The classifier as it is now, having learnt so many samples more than are written down. */
  ModelState stateAfter(Sample last, int learnt) {
    byte[] state = classifier.state();
    return new ModelState(
        model(),
        classifier.rules(),
        progress.state().samples() + learnt,
        last.position(),
        last.blockHash(),
        state,
        classifier.digest());
  }

  /** What it learnt is written down. */
  void goOn(ReplayProgress written, List<Sample> learnt) {
    progress = written;
    remembered =
        learnt.subList(Math.max(0, learnt.size() - REMEMBERED), learnt.size()).stream()
            .map(Sample::features)
            .toList();
  }

  /** Takes up what is written down, whatever it had learnt. */
  void restart(ReplayProgress written) {
    progress = written;
    classifier = written.state().classifier();
    remembered = List.of();
    comparedSamples = -1;
  }

  /**
   * Whether the chain should be asked: at once before the first time, then with some patience, and
   * with more of it when nothing was learnt since.
   */
  boolean isComparisonDue(Instant now, Duration patience) {
    Instant last = triedAt;
    if (last == null) return true;
    boolean resting = comparedSamples == progress.state().samples();
    return !now.isBefore(last.plus(resting ? patience.multipliedBy(RESTING) : patience));
  }

  void isCompared(Instant now) {
    triedAt = now;
    comparedSamples = progress.state().samples();
  }

  void isNotCompared(Instant now) {
    triedAt = now;
  }
}
