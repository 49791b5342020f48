package org.sumscan.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.coverage.Reorg;
import org.sumscan.ledger.coverage.Reorgs;
import org.sumscan.ledger.search.Samples;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Match;
import org.sumscan.originals.OriginalJournal;
import org.sumscan.originals.OriginalJournal.Judged;
import org.sumscan.originals.Originals;
import org.sumscan.originals.Pending;

/** Compares submissions with the samples that have been indexed since. */
@Component
class Matching {

  private static final int BATCH = 500;

  private final Coverage coverage;
  private final Reorgs reorgs;
  private final Samples samples;
  private final Models models;
  private final Inbox inbox;
  private final Originals originals;
  private final OriginalJournal journal;

  Matching(
      Coverage coverage,
      Reorgs reorgs,
      Samples samples,
      Models models,
      Inbox inbox,
      Originals originals,
      OriginalJournal journal) {
    this.coverage = coverage;
    this.reorgs = reorgs;
    this.samples = samples;
    this.models = models;
    this.inbox = inbox;
    this.originals = originals;
    this.journal = journal;
  }

  /**
   * Reverts matches of samples that a reorg removed, drops expired submissions, then compares what
   * can be compared.
   *
   * @return false: what is left waits for the ledger
   */
  boolean step() {
    for (ChainState chain : coverage.states()) followReorgs(chain.chain());
    inbox.expire();
    for (ChainId chain : inbox.chains()) {
      List<Pending> batch = inbox.waiting(chain, 0, BATCH);
      while (!batch.isEmpty()) {
        settle(chain, batch);
        batch = inbox.waiting(chain, batch.getLast().id(), BATCH);
      }
    }
    return false;
  }

  private void followReorgs(ChainId chain) {
    List<Reorg> news = reorgs.since(chain, journal.reorgCount(chain));
    if (news.isEmpty()) return;
    long ancestor = news.stream().mapToLong(Reorg::ancestor).min().orElseThrow();
    journal.reorg(chain, ancestor, news.getLast().reorgCount());
  }

  private void settle(ChainId chain, List<Pending> batch) {
    Map<Hash32, List<Sample>> found =
        samples
            .ofTransactions(chain, batch.stream().map(Pending::transaction).distinct().toList())
            .stream()
            .sorted(Comparator.comparing(Sample::position))
            .collect(Collectors.groupingBy(sample -> sample.log().transaction()));
    if (found.isEmpty()) return;
    Set<LogRef> taken =
        new HashSet<>(
            originals.matching(
                found.values().stream().flatMap(List::stream).map(Sample::log).toList()));
    Map<ModelId, String> encoders = encoders(found.values());
    List<Judged> judged = new ArrayList<>();
    for (Pending pending : batch) {
      List<Sample> candidates =
          found.getOrDefault(pending.transaction(), List.of()).stream()
              .filter(sample -> encoders.containsKey(sample.model()))
              .toList();
      if (candidates.isEmpty()) continue;
      Optional<Judged> verdict = judge(pending, candidates, taken, encoders);
      verdict.ifPresentOrElse(judged::add, () -> journal.drop(pending));
      verdict
          .filter(one -> one.match() instanceof Match.Matches)
          .ifPresent(one -> taken.add(one.sample()));
    }
    journal.settle(judged);
  }

  private Map<ModelId, String> encoders(Collection<List<Sample>> found) {
    Map<ModelId, String> encoders = new HashMap<>();
    found.stream()
        .flatMap(List::stream)
        .map(Sample::model)
        .distinct()
        .forEach(id -> models.find(id).ifPresent(model -> encoders.put(id, model.encoder())));
    return encoders;
  }

  /** Matches the first sample that fits, else reports a mismatch with the first sample. */
  private static Optional<Judged> judge(
      Pending pending, List<Sample> candidates, Set<LogRef> taken, Map<ModelId, String> encoders) {
    List<Judged> verdicts = new ArrayList<>();
    for (Sample sample : candidates) {
      if (taken.contains(sample.log())) continue;
      String encoder = encoders.getOrDefault(sample.model(), "");
      Match match = OriginalMatcher.match(encoder, pending.content(), sample.features());
      Judged judged =
          new Judged(pending, sample.log(), sample.model(), sample.position().block(), match);
      if (match instanceof Match.Matches) return Optional.of(judged);
      verdicts.add(judged);
    }
    return verdicts.stream().findFirst();
  }
}
