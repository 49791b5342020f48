package org.sumscan.operations.embedded;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the embedded chain after it has grown; every step looks once. */
final class ChainKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  /** A long save rests long, so that saving never takes more than a fifth of the time. */
  private static final int REST_FACTOR = 4;

  private final AnvilConsole console;
  private final ChainFiles files;
  private String savedHead;

  /** Goes on from the head that was just loaded or begun. */
  ChainKeeper(AnvilConsole console, ChainFiles files, String savedHead) {
    this.console = console;
    this.files = files;
    this.savedHead = savedHead;
  }

  /**
   * Saves the chain if its head has changed since it was last saved.
   *
   * @return how long to wait before the next step
   */
  synchronized Duration step() throws IOException, InterruptedException {
    String head = console.head();
    if (head.equals(savedHead)) return SHORTEST_REST;
    long start = System.nanoTime();
    files.save(console.dump());
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
        if (!failing) LOG.warn("The local chain cannot be saved: {}", failure.getMessage());
        failing = true;
        if (!rest()) return;
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private Duration stepOrRest() throws IOException, InterruptedException {
    return step();
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
