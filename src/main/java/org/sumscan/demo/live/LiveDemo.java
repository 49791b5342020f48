package org.sumscan.demo.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.sumscan.demo.chain.ChainFault;

/** Drives the {@link LiveChain} of the embedded chain until Sumscan stops. */
public final class LiveDemo implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDemo.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PHASE = 300;

  private volatile @Nullable Thread driver;

  /** Begins, once the history is on the chain. */
  public void begin(LiveChain liveChain) {
    driver = Thread.ofVirtual().name("demo").start(() -> drive(liveChain));
  }

  private static void drive(LiveChain liveChain) {
    boolean failing = false;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          liveChain.step();
          failing = false;
        } catch (ChainFault | IllegalStateException fault) {
          if (!failing) LOG.warn("The demo goes on after a fault: {}", fault.getMessage());
          failing = true;
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stop) {
      LOG.debug("The demo stops");
    }
  }

  /** Does nothing yet: the history comes first. */
  @Override
  public void start() {}

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

  /** After the engines, and stopped before them. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
