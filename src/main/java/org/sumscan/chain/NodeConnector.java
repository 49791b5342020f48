package org.sumscan.chain;

import org.sumscan.chain.config.ConfiguredChain;

/** Connects the nodes of a chain; one for each way to speak to nodes. */
public interface NodeConnector {

  /**
   * Connects a chain.
   *
   * @throws NodeUnreachable if no endpoint answers
   * @throws WrongChain if an endpoint answers for another chain
   */
  ChainNode connect(ConfiguredChain chain);
}
