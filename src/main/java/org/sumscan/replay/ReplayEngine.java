package org.sumscan.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.coverage.Reorgs;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.ModelTotals;

/** Replays all listed models, each at its own pace, up to what is completely indexed. */
@Component
class ReplayEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayEngine.class);
  private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private final Models models;
  private final Samples samples;
  private final Coverage coverage;
  private final Reorgs reorgs;
  private final Replayer replayer;
  private final OpenAnswers answers;
  private final Clock clock;
  private final ReplaySettings settings;
  private final Map<ModelId, Replay> replays = new ConcurrentHashMap<>();
  private final Map<ModelId, Instant> resting = new ConcurrentHashMap<>();

  ReplayEngine(
      Models models,
      Samples samples,
      Coverage coverage,
      Reorgs reorgs,
      Replayer replayer,
      OpenAnswers answers,
      Clock clock,
      ReplaySettings settings) {
    this.models = models;
    this.samples = samples;
    this.coverage = coverage;
    this.reorgs = reorgs;
    this.replayer = replayer;
    this.answers = answers;
    this.clock = clock;
    this.settings = settings;
  }

  /** What is known of a chain at the beginning of a step. */
  private record ChainSnapshot(long reorgCount, @Nullable BlockRef complete) {}

  /**
   * Takes every model that has work one step further; a model that fails rests for a while and
   * holds no other up.
   *
   * @return whether there may be more to do at once
   */
  boolean step() throws InterruptedException {
    List<ModelId> listed = models.replayable();
    replays.keySet().retainAll(new HashSet<>(listed));
    Map<ChainId, ChainSnapshot> snapshots = new ConcurrentHashMap<>();
    for (ModelId model : listed) {
      snapshots.computeIfAbsent(model.chain(), this::snapshot);
    }
    answers
        .changes()
        .forEach(
            (model, changes) -> {
              Replay replay = replays.get(model);
              if (replay != null) replay.pass().sees(changes);
            });
    Map<ModelId, ModelTotals> totals = samples.totals(listed);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (ModelId model : listed) {
      ChainSnapshot snapshot = Objects.requireNonNull(snapshots.get(model.chain()));
      if (hasWork(model, snapshot, totals.get(model))) work.add(() -> advance(model, snapshot));
    }
    return runAll(work);
  }

  private ChainSnapshot snapshot(ChainId chain) {
    return new ChainSnapshot(reorgs.reorgCount(chain), coverage.completeBlock(chain).orElse(null));
  }

  private boolean hasWork(ModelId model, ChainSnapshot snapshot, @Nullable ModelTotals total) {
    Instant rest = resting.get(model);
    if (rest != null && clock.instant().isBefore(rest)) return false;
    Replay replay = replays.get(model);
    if (replay == null) return true;
    if (replay.progress().difference() != null) {
      return snapshot.reorgCount() != replay.progress().reorgsSeen();
    }
    return total != null && total.samples() != replay.progress().state().samples()
        || snapshot.reorgCount() != replay.progress().reorgsSeen()
        || replay.pass().isDue(replay.progress().state().digest())
        || replay.isComparisonDue(clock.instant(), settings.compare());
  }

  private boolean advance(ModelId model, ChainSnapshot snapshot) {
    try {
      Replay replay = replays.get(model);
      if (replay == null) {
        replay = replayer.open(model).orElse(null);
        if (replay == null) return false;
        replays.put(model, replay);
      }
      return replayer.advance(replay, snapshot.complete());
    } catch (RuntimeException fault) {
      LOG.warn("The replay of {} rests for {} s", model, AFTER_A_FAULT.toSeconds(), fault);
      replays.remove(model);
      resting.put(model, clock.instant().plus(AFTER_A_FAULT));
      return false;
    }
  }

  private static boolean runAll(List<Callable<Boolean>> work) throws InterruptedException {
    boolean more = false;
    try (ExecutorService workers =
        Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().name("replay-", 0).factory())) {
      for (Future<Boolean> done : workers.invokeAll(work)) {
        more |= done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return more;
  }
}
