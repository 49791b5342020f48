package org.sumscan.operations.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sumscan.startup.StartupFailure;

/**
 * Saves the embedded chain after it has grown, and starts its node again when that alone has died;
 * every step looks once.
 */
final class ChainKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  /** A long save rests long, so that saving never takes more than a fifth of the time. */
  private static final int REST_FACTOR = 4;

  /** So often a node is started again, before it is left alone until the next start. */
  static final int REVIVALS = 5;

  /** Whoever lived so long since it was started again is well, and its deaths are forgotten. */
  static final Duration HEALTH = Duration.ofMinutes(10);

  private final AnvilNode node;
  private final AnvilConsole console;
  private final ChainFiles files;
  private final Lock stillness;
  private final InstantSource clock;
  private String savedHead;
  private int revivals;
  private Instant revived = Instant.EPOCH;

  /**
   * Goes on from the head that was just loaded or begun.
   *
   * @param stillness held by whoever mines: a dump takes the newest block's number first and the
   *     state later, and would else hold the state of a block that it does not have
   */
  ChainKeeper(
      AnvilNode node,
      AnvilConsole console,
      ChainFiles files,
      Lock stillness,
      InstantSource clock,
      String savedHead) {
    this.node = node;
    this.console = console;
    this.files = files;
    this.stillness = stillness;
    this.clock = clock;
    this.savedHead = savedHead;
  }

  /**
   * Saves the chain if its head has changed since it was last saved.
   *
   * @return how long to wait before the next step
   */
  synchronized Duration step() throws IOException, InterruptedException {
    long start = System.nanoTime();
    String head;
    byte[] state;
    stillness.lockInterruptibly();
    try {
      head = console.head();
      if (head.equals(savedHead)) return SHORTEST_REST;
      state = console.dump();
    } finally {
      stillness.unlock();
    }
    files.save(state);
    savedHead = head;
    Duration rest = Duration.ofNanos(System.nanoTime() - start).multipliedBy(REST_FACTOR);
    return rest.compareTo(SHORTEST_REST) > 0 ? rest : SHORTEST_REST;
  }

  /** Takes steps until it is interrupted. */
  void keep() {
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(stepOrRest());
        failing = false;
      } catch (IOException failure) {
        if (Thread.currentThread().isInterrupted()) return;
        if (!failing) LOG.warn("The local chain cannot be saved: {}", words(failure));
        failing = true;
        if (!rest() || !revive()) return;
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private Duration stepOrRest() throws IOException, InterruptedException {
    return step();
  }

  /**
   * Starts the node again if it has died; nobody mines meanwhile, and what was not saved is lost.
   *
   * @return whether to go on
   */
  private boolean revive() {
    if (node.isAlive()) return true;
    Instant now = clock.instant();
    if (!now.isBefore(revived.plus(HEALTH))) revivals = 0;
    if (revivals == REVIVALS) {
      LOG.error("The local chain's anvil dies again and again; start Sumscan again.");
      return false;
    }
    revivals++;
    revived = now;
    LOG.warn("The local chain's anvil has died; it is started again ({}/{}).", revivals, REVIVALS);
    try {
      stillness.lockInterruptibly();
      try {
        savedHead = node.start();
        LOG.info("The local chain goes on from what was saved last.");
      } finally {
        stillness.unlock();
      }
    } catch (InterruptedException stop) {
      return false;
    } catch (IOException | StartupFailure failure) {
      LOG.warn("The local chain's anvil did not come back: {}", failure.getMessage());
    }
    return true;
  }

  /** Why it failed; a node that is gone gives a failure without a word. */
  static String words(IOException failure) {
    String message = failure.getMessage();
    return message == null ? "its node does not answer" : message;
  }

  private static boolean rest() {
    try {
      Thread.sleep(SHORTEST_REST);
      return true;
    } catch (InterruptedException stop) {
      return false;
    }
  }
}
