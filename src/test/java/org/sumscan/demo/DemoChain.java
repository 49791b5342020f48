package org.sumscan.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.demo.scenario.Timetable;
import org.sumscan.testing.Anvil;

/** The chain of a demo that starts at a fixed time, before anything is written on it. */
final class DemoChain {

  /** When the demo starts. */
  static final Instant START = Instant.parse("2026-09-20T12:00:00Z");

  private DemoChain() {}

  /**
   * Starts it, mining only when told to, with its birth at the beginning of the demo's past.
   *
   * @param states the states of how many of the latest blocks it keeps
   */
  static Anvil start(int states, String... more) {
    long birth = START.getEpochSecond() - Timetable.LENGTH;
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--no-mining", "--timestamp", Long.toString(birth)));
    options.addAll(List.of("--prune-history", Integer.toString(states)));
    return Anvil.start(options.toArray(String[]::new));
  }
}
