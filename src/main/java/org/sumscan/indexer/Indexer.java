package org.sumscan.indexer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.write.Ledger;

/** Keeps the index of every chain that is followed, until it is stopped. */
@Component
public class Indexer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final int PHASE = 100;
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(2);

  private final Chains chains;
  private final Backfill.Stores stores;
  private final ClaimLinks links;
  private final IndexerProperties properties;
  private final String holder =
      "%d@%s".formatted(ProcessHandle.current().pid(), java.util.UUID.randomUUID());
  private final Map<ChainId, ChainIndex> indexes = new ConcurrentHashMap<>();
  private volatile @Nullable ExecutorService threads;

  /** Keeps what those stores hold. */
  public Indexer(
      Chains chains,
      Ledger ledger,
      Leases leases,
      ChainProgress progress,
      Refetches refetches,
      ClaimLinks links,
      IndexerProperties properties) {
    this.chains = chains;
    this.stores = new Backfill.Stores(ledger, leases, progress, refetches);
    this.links = links;
    this.properties = properties;
  }

  /**
   * The index of a chain, which is made ready if it is not yet: an embedded chain's stored blocks
   * are compared with its node's first.
   */
  public ChainIndex index(ChainNode node) {
    return indexes.computeIfAbsent(
        node.id(), id -> new ChainIndex(node, stores, links, holder, properties));
  }

  /** Works on every followed chain until nothing is left to do for now. */
  public void catchUp() {
    for (ChainNode node : chains.all()) {
      ChainIndex index = index(node);
      while (index.step()) {
        if (Thread.currentThread().isInterrupted()) return;
      }
    }
  }

  @Override
  public void start() {
    if (!properties.enabled()) return;
    chains.connectConfigured();
    ExecutorService started = Executors.newVirtualThreadPerTaskExecutor();
    threads = started;
    started.submit(() -> superviseUntilStopped(started));
  }

  private void superviseUntilStopped(ExecutorService started) {
    Map<ChainId, Boolean> served = new ConcurrentHashMap<>();
    repeat(
        () -> {
          for (ChainNode node : chains.all()) {
            if (served.containsKey(node.id())) continue;
            serve(started, index(node));
            served.put(node.id(), true);
          }
          return false;
        });
  }

  private void serve(ExecutorService started, ChainIndex index) {
    started.submit(() -> repeat(index::tipStep));
    started.submit(() -> repeat(index::linkStep));
    for (int i = 0; i < properties.workers(); i++)
      started.submit(() -> repeat(index::backfillStep));
  }

  private void repeat(BooleanSupplier step) {
    while (isRunning() && !Thread.currentThread().isInterrupted()) {
      try {
        if (!step.getAsBoolean()) pause(properties.pollInterval());
      } catch (RuntimeException | Error e) {
        if (isRunning()) LOG.warn("A step of the index failed and is tried again", e);
        pause(PAUSE_AFTER_ERROR);
      }
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    ExecutorService running = threads;
    threads = null;
    if (running == null) return;
    running.shutdownNow();
    try {
      if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("The index did not stop in time; what it had not committed is done again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  /** Before those who read what is indexed, and stopped after them. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
