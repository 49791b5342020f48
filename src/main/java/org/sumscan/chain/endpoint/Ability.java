package org.sumscan.chain.endpoint;

/** What not every endpoint can do; each is believed to until it has shown otherwise. */
public enum Ability {
  /** {@code eth_simulateV1}. */
  SIMULATION,
  /** An {@code eth_call} at another time than its block's. */
  BLOCK_OVERRIDES,
  /** {@code eth_getBlockReceipts}. */
  BLOCK_RECEIPTS,
  /** Bloom filters in headers that have every log of the block. */
  BLOOM_FILTERS,
  /** Answers to {@code eth_getLogs} of a range that leave nothing out. */
  RANGED_LOGS,
  /** The tag {@code finalized}. */
  FINALIZED_TAG
}
