package org.sumscan.chain;

import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.kernel.ChainId;

/**
 * The nodes of one chain, spoken to as one: a question goes to an endpoint that is well, and to the
 * next one when that fails. Every method may throw {@link NodeFault}.
 */
public interface ChainNode
    extends BlockSource, LogSource, TransactionSource, StateSource, SimulationNode {

  /** The chain's id, which every endpoint has been asked for. */
  ChainId id();

  /** How the chain was set up. */
  ConfiguredChain configuration();
}
