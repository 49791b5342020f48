package org.sumscan.chain;

/** What a contract that nobody trusts made of a question. */
public sealed interface Probed {

  /** It returned these bytes; none at all where there is no contract. */
  @SuppressWarnings("ArrayRecordComponent")
  record Returned(byte[] data) implements Probed {}

  /** It reverted, or did what the machine does not allow. */
  record Reverted() implements Probed {}

  /** It used up all the gas that it was given. */
  record Exhausted() implements Probed {}

  /** It answered, or reverted with, more bytes than allowed; they were not read. */
  record TooLarge() implements Probed {}
}
