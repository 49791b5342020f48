package org.sumscan.replay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.ReplayJournal;
import org.sumscan.accuracy.ReplayProgress;
import org.sumscan.catalog.InitialState;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.Reorg;
import org.sumscan.ledger.coverage.Reorgs;
import org.sumscan.ledger.search.OrderedSamples;
import org.sumscan.ledger.search.Samples;

/** Takes one model's replay a step further: back, onwards, or into a comparison with the chain. */
@Component
class Replayer {

  private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
  private static final int FIRST_SAMPLES = 3;

  private final Models models;
  private final Samples samples;
  private final Reorgs reorgs;
  private final ReplayJournal journal;
  private final ChainComparison chain;
  private final OpenAnswers answers;
  private final Clock clock;
  private final ReplaySettings settings;
  private final Set<ModelId> triedAgain = ConcurrentHashMap.newKeySet();

  Replayer(
      Models models,
      Samples samples,
      Reorgs reorgs,
      ReplayJournal journal,
      ChainComparison chain,
      OpenAnswers answers,
      Clock clock,
      ReplaySettings settings) {
    this.models = models;
    this.samples = samples;
    this.reorgs = reorgs;
    this.journal = journal;
    this.chain = chain;
    this.answers = answers;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Goes on where the model's replay was left, or begins it. One that differed from the chain
   * begins anew, once in the life of a process: the cause may have been mended.
   *
   * @return nothing if the model is not replayable (any more)
   */
  Optional<Replay> open(ModelId id) {
    Model model = models.find(id).orElse(null);
    InitialState start = models.start(id).orElse(null);
    if (model == null || start == null) return Optional.empty();
    ModelState beginning =
        new ModelState(
            id, model.learningRules(), 0, LogPosition.START, null, start.state(), start.digest());
    int classes = beginning.classifier().classCount();
    long reorgCount = reorgs.reorgCount(id.chain());
    ReplayProgress progress = journal.begin(beginning, classes, reorgCount);
    if (progress.difference() != null && triedAgain.add(id)) {
      journal.forget(id);
      progress = journal.begin(beginning, classes, reorgCount);
    }
    return Optional.of(
        new Replay(progress, model.parts().classifier(), model.parts().incentiveMechanism()));
  }

  /**
   * Takes one step.
   *
   * @param complete a block up to which the index is complete, known before the step; null for none
   * @return whether there may be more to do at once
   */
  boolean advance(Replay replay, @Nullable BlockRef complete) {
    ReplayProgress progress = replay.progress();
    if (progress.difference() != null) return beginAnew(replay);
    LogPosition position = progress.state().position();
    OrderedSamples next = samples.inOrder(replay.model(), position, settings.batch());
    if (next.reorgCount() != progress.reorgsSeen()) return goBack(replay, next.reorgCount());
    if (!next.samples().isEmpty()) return learn(replay, next.samples());
    if (complete != null
        && position.block() <= complete.number()
        && complete.number() <= next.completeTo()) {
      compare(replay, complete);
      return replay.progress().difference() == null && answers.step(replay, complete);
    }
    return false;
  }

  /** Where rows were replaced since the difference was found: it may have been theirs. */
  private boolean beginAnew(Replay replay) {
    ModelId model = replay.model();
    if (reorgs.reorgCount(model.chain()) == replay.progress().reorgsSeen()) return false;
    journal.forget(model);
    Optional<Replay> again = open(model);
    again.ifPresent(begun -> replay.restart(begun.progress()));
    return again.isPresent();
  }

  private boolean goBack(Replay replay, long reorgCount) {
    ReplayProgress progress = replay.progress();
    List<Reorg> since = reorgs.since(replay.model().chain(), progress.reorgsSeen());
    long lastCommon = since.stream().mapToLong(Reorg::ancestor).min().orElse(Long.MAX_VALUE);
    long seen = since.stream().mapToLong(Reorg::reorgCount).reduce(reorgCount, Math::max);
    // First, since whoever crashes after it comes here again.
    answers.forget(replay.model(), lastCommon);
    replay.restart(journal.reorg(progress, lastCommon, seen).orElseGet(() -> reread(replay)));
    return true;
  }

  private boolean learn(Replay replay, List<Sample> next) {
    Replay.Lesson lesson = replay.learn(next);
    int learnt = lesson.outcomes().size();
    if (learnt > 0) {
      ModelState after = replay.stateAfter(next.get(learnt - 1), learnt);
      Optional<ReplayProgress> written =
          journal.append(replay.progress(), lesson.outcomes(), after);
      if (written.isEmpty()) {
        replay.restart(reread(replay));
        return true;
      }
      replay.goOn(written.get(), next.subList(0, learnt));
    }
    lesson.refused().ifPresent(reason -> withhold(replay, reason));
    return lesson.refused().isEmpty();
  }

  private void compare(Replay replay, BlockRef at) {
    if (!replay.isComparisonDue(clock.instant(), settings.compare())) return;
    switch (comparison(replay, at)) {
      case Comparison.Equal equal -> {
        journal.equal(replay.progress(), at);
        replay.isCompared(clock.instant());
      }
      case Comparison.Different(String what) -> withhold(replay, what);
      case Comparison.Unanswered(String why) -> {
        LOG.debug("{} could not be compared with its chain: {}", replay.model(), why);
        replay.isNotCompared(clock.instant());
      }
    }
  }

  private Comparison comparison(Replay replay, BlockRef at) {
    ChainId id = replay.model().chain();
    Comparison counted =
        chain.compareCount(id, replay.mechanism(), replay.progress().state().samples(), at);
    return counted instanceof Comparison.Equal
        ? chain.compare(id, replay.contract(), replay.classifier(), known(replay), at)
        : counted;
  }

  private List<long[]> known(Replay replay) {
    if (!replay.remembered().isEmpty()) return replay.remembered();
    return samples.inOrder(replay.model(), LogPosition.START, FIRST_SAMPLES).samples().stream()
        .filter(sample -> sample.position().compareTo(replay.progress().state().position()) <= 0)
        .map(Sample::features)
        .toList();
  }

  private void withhold(Replay replay, String reason) {
    LOG.warn("The figures of {} are withheld: {}", replay.model(), reason);
    journal.differs(replay.progress(), reason);
    answers.forget(replay.model());
    replay.restart(reread(replay));
  }

  private ReplayProgress reread(Replay replay) {
    return journal
        .progress(replay.model())
        .orElseThrow(
            () -> new IllegalStateException("the replay of " + replay.model() + " is gone"));
  }
}
