package org.sumscan.indexer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.engine.Step;
import org.sumscan.kernel.ChainId;

/** Keeps the index of every chain that is followed, until it is stopped. */
@Component
public class Indexer implements SmartLifecycle {

  private final Chains chains;
  private final IndexStores stores;
  private final IndexerProperties properties;
  private final String holder =
      "%d@%s".formatted(ProcessHandle.current().pid(), java.util.UUID.randomUUID());
  private final Map<ChainId, ChainIndex> indexes = new ConcurrentHashMap<>();
  private final Set<ChainId> served = new HashSet<>();
  private final List<EngineThread> threads = new ArrayList<>();

  /** Keeps what those stores hold. */
  public Indexer(Chains chains, IndexStores stores, IndexerProperties properties) {
    this.chains = chains;
    this.stores = stores;
    this.properties = properties;
  }

  /**
   * The index of a chain, which is made ready if it is not yet: an embedded chain's stored blocks
   * are compared with its node's first.
   */
  public ChainIndex index(ChainNode node) {
    return indexes.computeIfAbsent(
        node.id(), id -> new ChainIndex(node, stores, holder, properties));
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

  /** Proves what is final of every followed chain, as far as that can be done for now. */
  public void audit() {
    for (ChainNode node : chains.all()) {
      while (index(node).auditStep()) {
        if (Thread.currentThread().isInterrupted()) return;
      }
    }
  }

  @Override
  public synchronized void start() {
    if (!properties.enabled() || !threads.isEmpty()) return;
    chains.connectConfigured();
    begin("The index", this::serveNewChains);
  }

  private boolean serveNewChains() {
    for (ChainNode node : chains.all()) serve(index(node));
    return false;
  }

  private synchronized void serve(ChainIndex index) {
    if (!isRunning() || !served.add(index.node().id())) return;
    String chain = " of chain " + index.node().id();
    EngineThread linking = begin("The linking of claims" + chain, index::linkStep);
    begin("The newest blocks" + chain, () -> followed(index, linking));
    begin("The audit" + chain, index::auditStep);
    for (int i = 1; i <= properties.workers(); i++) {
      begin("Backfill " + i + chain, index::backfillStep);
    }
  }

  /** Claims are linked as soon as they are there, since until then their samples look open. */
  private static boolean followed(ChainIndex index, EngineThread linking) {
    boolean more = index.tipStep();
    if (more) linking.wake();
    return more;
  }

  private EngineThread begin(String name, Step step) {
    EngineThread thread = new EngineThread(name, Phase.INDEX, properties.pollInterval(), step);
    threads.add(thread);
    thread.start();
    return thread;
  }

  @Override
  public void stop() {
    List<EngineThread> running = takeThreads();
    EngineThread.stopAll(running);
  }

  private synchronized List<EngineThread> takeThreads() {
    List<EngineThread> running = List.copyOf(threads);
    threads.clear();
    served.clear();
    return running;
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  /** Before those who read what is indexed, and stopped after them. */
  @Override
  public int getPhase() {
    return Phase.INDEX.order();
  }
}
