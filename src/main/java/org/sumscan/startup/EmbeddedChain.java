package org.sumscan.startup;

import java.net.URI;
import java.util.concurrent.locks.Lock;

/**
 * The local chain that Sumscan runs by itself, or that someone runs for it alone; a bean of this
 * type exists only while one does, and answers from the stage {@link StartupStep.Stage#CONNECT} on.
 *
 * <p>It never mines by itself: whoever fills it says when, so that its clock stays behind the
 * machine's.
 */
public interface EmbeddedChain {

  /** Where it answers JSON-RPC. */
  URI rpc();

  /** Held while a block is mined, and while the chain is saved: between the two lies no chain. */
  Lock stillness();
}
