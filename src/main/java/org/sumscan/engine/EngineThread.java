package org.sumscan.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A virtual thread of one engine, from Sumscan's start to its end: takes step after step while
 * there is work, then waits until it is woken or its pace has passed. A step that fails is told
 * once, and tried again at that pace.
 */
public final class EngineThread implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String name;
  private final Phase phase;
  private final Duration pace;
  private final Step step;
  private final boolean starts;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  private EngineThread(String name, Phase phase, Duration pace, Step step, boolean starts) {
    this.name = name;
    this.phase = phase;
    this.pace = pace;
    this.step = step;
    this.starts = starts;
  }

  /**
   * A thread that starts with Sumscan.
   *
   * @param name as it is called in the log, such as "The replay"
   * @param pace how long it rests when there is nothing to do and no news
   */
  public EngineThread(String name, Phase phase, Duration pace, Step step) {
    this(name, phase, pace, step, true);
  }

  /** This thread, which starts only if that holds, or when {@link #start} is called. */
  public EngineThread startedIf(boolean wanted) {
    return new EngineThread(name, phase, pace, step, wanted);
  }

  /** Says that there may be work; cheap, and never waits. */
  public void wake() {
    news.release();
  }

  @Override
  public synchronized void start() {
    if (thread != null) return;
    stopping = false;
    thread = Thread.ofVirtual().name(name).start(this::drive);
  }

  private void drive() {
    boolean failing = false;
    try {
      while (!stopping) {
        boolean more = false;
        try {
          more = step.take();
          failing = false;
        } catch (RuntimeException | Error fault) {
          if (!failing && !stopping) LOG.warn("{} goes on after a fault", name, fault);
          failing = true;
        }
        if (!more && !stopping) rest();
      }
    } catch (InterruptedException stop) {
      LOG.debug("{} stops", name);
    }
  }

  private void rest() throws InterruptedException {
    news.tryAcquire(pace.toMillis(), TimeUnit.MILLISECONDS);
    news.drainPermits();
  }

  /**
   * Ends it, and waits until its step has ended. A step that takes long is interrupted, but not at
   * once: an interrupt in the middle of a statement costs the database's connection.
   */
  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) return;
    stopping = true;
    news.release();
    try {
      if (running.join(PATIENCE)) return;
      running.interrupt();
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends several: all are told to stop before the first is waited for. */
  public static void stopAll(Collection<EngineThread> threads) {
    for (EngineThread each : threads) {
      each.stopping = true;
      each.news.release();
    }
    threads.forEach(EngineThread::stop);
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public boolean isAutoStartup() {
    return starts;
  }

  @Override
  public int getPhase() {
    return phase.order();
  }
}
