package org.sumscan.transactions;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sumscan.ledger.LedgerChanged;

/** Drives the looks at transactions: when the ledger has news, and now and then anyway. */
@Component
@EnableConfigurationProperties(TransactionsSettings.class)
class WatchScheduler implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WatchScheduler.class);
  private static final int PHASE = 250;

  private final WatchEngine engine;
  private final TransactionsSettings settings;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread driver;

  WatchScheduler(WatchEngine engine, TransactionsSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  @EventListener
  void onChange(LedgerChanged change) {
    news.release();
  }

  @Override
  public void start() {
    if (!settings.enabled()) return;
    driver = Thread.ofVirtual().name("transactions").start(this::drive);
  }

  private void drive() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        boolean more = engine.step();
        if (!more) awaitNews();
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException fault) {
        LOG.warn("Following transactions goes on after a fault", fault);
        pause();
      }
    }
  }

  private void awaitNews() throws InterruptedException {
    news.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    news.drainPermits();
  }

  private void pause() {
    try {
      Thread.sleep(settings.poll());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread thread = driver;
    driver = null;
    if (thread == null) return;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return driver != null;
  }

  /** After the indexer and the replay, and stopped before them. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
