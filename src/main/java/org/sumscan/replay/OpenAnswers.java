package org.sumscan.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.Prediction;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.open.OpenSamples.Answered;
import org.sumscan.ledger.open.OpenSamples.Unanswered;

/**
 * Asks a model in its newest state about its open samples, some with each step. A sample carries
 * the state that answered for it, so a crash leaves nothing to mend: what another state has said is
 * asked again. What was said of a block that a reorganisation took is forgotten.
 */
@Component
class OpenAnswers {

  private static final int BATCH = 500;

  private final OpenSamples open;

  OpenAnswers(OpenSamples open) {
    this.open = open;
  }

  /** How far one model has been asked; each state goes on where the one before it was left. */
  static final class Pass {

    private @Nullable Unanswered last;
    private @Nullable Hash32 done;
    private long seen = -1;
    private long doneAt = -1;

    /** Takes note of the model's number of changes, before its samples are read. */
    void sees(long changes) {
      seen = changes;
    }

    /** Whether a state has not been asked about everything. */
    boolean isDue(Hash32 state) {
      return !state.equals(done) || seen != doneAt;
    }

    private void isDone(Hash32 state) {
      done = state;
      doneAt = seen;
    }
  }

  /** What tells of each model whether it has other open samples than before. */
  Map<ModelId, Long> changes() {
    return open.changes();
  }

  /**
   * Asks about some more samples.
   *
   * @param complete the block up to which the model has learnt everything
   * @return whether there may be more
   */
  boolean step(Replay replay, BlockRef complete) {
    Hash32 state = replay.progress().state().digest();
    Pass pass = replay.pass();
    if (!pass.isDue(state)) return false;
    List<Unanswered> next = open.unanswered(replay.model(), state, pass.last, BATCH);
    if (next.isEmpty()) {
      if (pass.last == null) pass.isDone(state);
      pass.last = null;
      return pass.isDue(state);
    }
    Classifier classifier = replay.classifier();
    List<Answered> answers = next.stream().map(sample -> ask(classifier, sample)).toList();
    open.answered(replay.model(), state, complete.number(), answers);
    pass.last = next.getLast();
    return true;
  }

  private static Answered ask(Classifier classifier, Unanswered sample) {
    Boolean agrees =
        switch (classifier.predict(sample.features())) {
          case Prediction.Label(var label) -> label.equals(sample.label());
          case Prediction.Rejected rejected -> null;
        };
    return new Answered(sample.position(), sample.blockHash(), agrees);
  }

  /** The model's replay turned out to be wrong, and with it what it said. */
  void forget(ModelId model) {
    open.forget(model, -1);
  }

  /** The blocks after one are gone, and with them what it said of their numbers. */
  void forget(ModelId model, long lastCommon) {
    open.forget(model, lastCommon);
  }
}
