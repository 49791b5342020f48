package org.sumscan.chain;

/** Result of a gas- and size-bounded call to an untrusted contract. */
public sealed interface BoundedCallResult {

  /** It returned these bytes; none at all where there is no contract. */
  @SuppressWarnings("ArrayRecordComponent")
  record Returned(byte[] data) implements BoundedCallResult {}

  /** It reverted, or did what the machine does not allow. */
  record Reverted() implements BoundedCallResult {}

  /** It used up all the gas that it was given. */
  record Exhausted() implements BoundedCallResult {}

  /** It answered, or reverted with, more bytes than allowed; they were not read. */
  record TooLarge() implements BoundedCallResult {}
}
