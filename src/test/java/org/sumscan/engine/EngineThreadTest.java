package org.sumscan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineThreadTest {

  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void stepsAtOnceWhileThereIsMoreToDo() throws InterruptedException {
    CountDownLatch tenth = new CountDownLatch(10);
    EngineThread engine =
        engine(
            NEVER,
            () -> {
              tenth.countDown();
              return tenth.getCount() > 0;
            });
    engine.start();
    assertThat(tenth.await(30, TimeUnit.SECONDS)).isTrue();
    engine.stop();
  }

  @Test
  void restsUntilThereIsNews() throws InterruptedException {
    Semaphore steps = new Semaphore(0);
    EngineThread engine =
        engine(
            NEVER,
            () -> {
              steps.release();
              return false;
            });
    engine.start();
    assertThat(steps.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    engine.wake();
    assertThat(steps.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    engine.stop();
    assertThat(steps.availablePermits()).isZero();
  }

  @Test
  void goesOnAfterAFaultAtItsPace() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(1);
    EngineThread engine =
        engine(
            Duration.ofMillis(1),
            () -> {
              int step = steps.incrementAndGet();
              if (step == 1) throw new IllegalStateException("a fault");
              if (step == 2) throw new StackOverflowError("another");
              third.countDown();
              return false;
            });
    engine.start();
    assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
    engine.stop();
  }

  @Test
  void stopsOnlyWhenItsStepHasEndedAndCanStartAgain() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    EngineThread engine =
        engine(
            NEVER,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
                return true;
              } finally {
                ended.set(true);
              }
            });
    engine.start();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.isRunning()).isTrue();
    engine.stop();
    assertThat(ended).isTrue();
    assertThat(engine.isRunning()).isFalse();
    engine.start();
    assertThat(engine.isRunning()).isTrue();
    engine.stop();
  }

  @Test
  void startsWithSumscanOnlyIfWanted() {
    EngineThread engine = engine(NEVER, () -> false);
    assertThat(engine.isAutoStartup()).isTrue();
    assertThat(engine.startedIf(false).isAutoStartup()).isFalse();
  }

  private static EngineThread engine(Duration pace, Step step) {
    return new EngineThread("The engine of a test", Phase.READERS, pace, step);
  }
}
