package org.sumscan.demo.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;

/** Drives the {@link LiveChain} of the embedded chain until Sumscan stops. */
public final class LiveDemo implements SmartLifecycle {

  private static final Duration PACE = Duration.ofSeconds(1);

  private volatile @Nullable EngineThread thread;

  /** Begins, once the history is on the chain. */
  public void begin(LiveChain liveChain) {
    EngineThread begun =
        new EngineThread(
            "The demo",
            Phase.DEMO,
            PACE,
            () -> {
              liveChain.step();
              return false;
            });
    thread = begun;
    begun.start();
  }

  /** Does nothing yet: the history comes first. */
  @Override
  public void start() {}

  @Override
  public void stop() {
    EngineThread running = thread;
    thread = null;
    if (running != null) running.stop();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the engines, and stopped before them. */
  @Override
  public int getPhase() {
    return Phase.DEMO.order();
  }
}
