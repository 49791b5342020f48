package org.sumscan.chain;

/** What a contract answered to an {@code eth_call}. */
public sealed interface CallResult {

  /** It returned these bytes; none at all where there is no contract. */
  @SuppressWarnings("ArrayRecordComponent")
  record Returned(byte[] data) implements CallResult {}

  /** It reverted, with these bytes; none where the node does not tell. */
  @SuppressWarnings("ArrayRecordComponent")
  record Reverted(byte[] data) implements CallResult {}
}
