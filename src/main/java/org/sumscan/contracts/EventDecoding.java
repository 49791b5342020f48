package org.sumscan.contracts;

/** What became of a log's bytes. */
public sealed interface EventDecoding {

  /** They are exactly one event. */
  record Decoded(ContractEvent event) implements EventDecoding {}

  /**
   * They begin like an event of ours and are none: the topic is right, and something else is not.
   *
   * @param reason what, in plain words of at most 200 characters
   */
  record Malformed(String reason) implements EventDecoding {}

  /** The topic is none of ours. */
  record Foreign() implements EventDecoding {}
}
