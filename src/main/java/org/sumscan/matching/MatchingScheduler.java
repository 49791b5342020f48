package org.sumscan.matching;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.sumscan.ledger.LedgerChanged;
import org.sumscan.originals.OriginalReceived;

/** Drives the matching: when something was sent or the ledger has news, and now and then anyway. */
@Component
@EnableConfigurationProperties(MatchingSettings.class)
class MatchingScheduler implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MatchingScheduler.class);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final int PHASE = 200;

  private final Matching matching;
  private final MatchingSettings settings;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread driver;

  MatchingScheduler(Matching matching, MatchingSettings settings) {
    this.matching = matching;
    this.settings = settings;
  }

  @EventListener
  void onChange(LedgerChanged change) {
    news.release();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void onArrival(OriginalReceived arrival) {
    news.release();
  }

  @Override
  public void start() {
    if (!settings.enabled()) return;
    driver = Thread.ofVirtual().name("matching").start(this::drive);
  }

  private void drive() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          matching.step();
        } catch (RuntimeException fault) {
          LOG.warn("The matching of originals goes on after a fault", fault);
        }
        // The ledger has news every moment while it is filled; one look serves many.
        Thread.sleep(SHORTEST_PAUSE);
        if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
      }
    } catch (InterruptedException stop) {
      LOG.debug("The matching of originals stops");
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

  /** After the indexer, and stopped before it. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
