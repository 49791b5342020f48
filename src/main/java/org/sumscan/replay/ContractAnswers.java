package org.sumscan.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.ContractCall;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.open.OpenSamples.Answered;
import org.sumscan.ledger.open.OpenSamples.Unanswered;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;

/**
 * Asks the contracts of models that cannot be replayed about their open samples, some with each
 * step, and again after they have learnt. What a contract has learnt is told by the block of its
 * latest sample: a reorganisation that removes samples changes that block's hash.
 */
@Component
class ContractAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ContractAnswers.class);
  private static final int BATCH = 100;
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private final Models models;
  private final Samples samples;
  private final Coverage coverage;
  private final OpenSamples open;
  private final Chains chains;
  private final Clock clock;
  private final Map<ModelId, Pass> passes = new HashMap<>();

  ContractAnswers(
      Models models,
      Samples samples,
      Coverage coverage,
      OpenSamples open,
      Chains chains,
      Clock clock) {
    this.models = models;
    this.samples = samples;
    this.coverage = coverage;
    this.open = open;
    this.chains = chains;
    this.clock = clock;
  }

  /** How far one model has been asked in its latest state. */
  private static final class Pass {

    private @Nullable Hash32 state;
    private @Nullable Unanswered last;
    private long changes = -1;
    private boolean done;
    private Instant restsUntil = Instant.MIN;

    /** Begins again where the model is in another state or has other open samples. */
    void sees(Hash32 now, long count) {
      if (now.equals(state) && count == changes) return;
      state = now;
      changes = count;
      last = null;
      done = false;
    }
  }

  /**
   * Asks each model about some more samples.
   *
   * @return whether there may be more to ask at once
   */
  boolean step() {
    List<ModelId> listed = models.unreplayable();
    passes.keySet().retainAll(new HashSet<>(listed));
    if (listed.isEmpty()) return false;
    Map<ModelId, Long> changes = open.changes();
    boolean more = false;
    for (ModelId model : listed) {
      Pass pass = passes.computeIfAbsent(model, first -> new Pass());
      if (clock.instant().isBefore(pass.restsUntil)) continue;
      try {
        more |= step(model, pass, changes.getOrDefault(model, 0L));
      } catch (RuntimeException fault) {
        LOG.warn("{} is not asked for {} s", model, AFTER_A_FAULT.toSeconds(), fault);
        pass.restsUntil = clock.instant().plus(AFTER_A_FAULT);
      }
    }
    return more;
  }

  private boolean step(ModelId id, Pass pass, long changes) {
    // First, since a block that is complete later holds all of these.
    Optional<Sample> latest =
        samples.search(SampleQuery.newest(1).ofModel(id)).samples().stream().findFirst();
    BlockRef complete = coverage.completeBlock(id.chain()).orElse(null);
    ChainNode node = chains.node(id.chain()).orElse(null);
    Model model = models.find(id).orElse(null);
    if (latest.isEmpty() || complete == null || node == null || model == null) return false;
    if (complete.number() < latest.get().position().block()) return false;
    Hash32 state = latest.get().blockHash();
    pass.sees(state, changes);
    if (pass.done) return false;
    List<Unanswered> next = open.unanswered(id, state, pass.last, BATCH);
    if (next.isEmpty()) {
      pass.done = true;
      return false;
    }
    open.answered(id, state, complete.number(), ask(node, model, next, complete));
    pass.last = next.getLast();
    return true;
  }

  private static List<Answered> ask(
      ChainNode node, Model model, List<Unanswered> next, BlockRef at) {
    List<ContractCall> calls =
        next.stream()
            .map(sample -> ContractFunction.PREDICT.call((Object) sample.features()))
            .map(input -> new ContractCall(model.parts().classifier(), input))
            .toList();
    List<CallResult> results = node.calls(calls, at);
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      Unanswered sample = next.get(i);
      switch (results.get(i)) {
        case CallResult.Returned(byte[] data) ->
            ReturnValues.uint64(data)
                .map(sample.label()::equals)
                .map(agrees -> new Answered(sample.position(), sample.blockHash(), agrees))
                .ifPresent(answers::add);
        // Without data it may only have been too much work for the node.
        case CallResult.Reverted(byte[] data) when data.length == 0 -> {}
        case CallResult.Reverted refused ->
            answers.add(new Answered(sample.position(), sample.blockHash(), null));
      }
    }
    return answers;
  }
}
