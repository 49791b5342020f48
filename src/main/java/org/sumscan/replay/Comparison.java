package org.sumscan.replay;

/** What came of asking the chain for what the replay says. */
sealed interface Comparison {

  /** The chain gave the same answer to every question. */
  record Equal() implements Comparison {}

  /** The chain said something else, in words. */
  record Different(String what) implements Comparison {}

  /** The chain could not be asked now, in words: nothing is known. */
  record Unanswered(String why) implements Comparison {}
}
