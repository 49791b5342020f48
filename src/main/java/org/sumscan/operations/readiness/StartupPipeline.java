package org.sumscan.operations.readiness;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sumscan.startup.StartupStep;
import org.sumscan.startup.StartupStep.Stage;

/**
 * Runs the steps of the start in the order of their stages, those up to {@link Stage#RECONCILE}
 * before any engine runs and the others after, and then opens the door.
 */
@Component
class StartupPipeline implements SmartLifecycle, ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StartupPipeline.class);
  private static final Set<Stage> BEFORE_ENGINES = EnumSet.of(Stage.CONNECT, Stage.RECONCILE);

  private final List<StartupStep> steps;
  private final Readiness readiness;
  private volatile boolean running;
  private volatile @Nullable Thread worker;

  StartupPipeline(List<StartupStep> steps, Readiness readiness) {
    this.steps = steps.stream().sorted(Comparator.comparing(StartupStep::stage)).toList();
    this.readiness = readiness;
  }

  @Override
  public void start() {
    running = true;
    runAll(BEFORE_ENGINES);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    runAll(EnumSet.complementOf(EnumSet.copyOf(BEFORE_ENGINES)));
    readiness.open();
  }

  private void runAll(Set<Stage> stages) {
    worker = Thread.currentThread();
    try {
      for (StartupStep step : steps) {
        if (stages.contains(step.stage())) run(step);
      }
      readiness.begin("Starting");
    } catch (InterruptedException stop) {
      throw new Interrupted(stop);
    } finally {
      worker = null;
    }
  }

  private void run(StartupStep step) throws InterruptedException {
    LOG.info("{} ...", step.title());
    step.run(readiness.begin(step.title()));
  }

  @Override
  public void stop() {
    running = false;
    readiness.close();
    Thread busy = worker;
    if (busy != null) busy.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before every engine, whose phases are above; and stopped after them. */
  @Override
  public int getPhase() {
    return 0;
  }

  /** The start was told to end before it was done. */
  static final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interrupted(InterruptedException cause) {
      super("Sumscan was told to stop while it started", cause);
    }
  }
}
