package org.sumscan.indexer;

import java.util.Optional;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.claims.ClaimLinks;

/** Something on the chain that may tell which sample a claim was about. */
interface SampleKeyResolver {

  /** How a link is marked that this witness tells of. */
  ClaimLinks.LinkMethod way();

  /**
   * The key of the only sample that the claim can be about; empty where there are several or none.
   *
   * @throws org.sumscan.chain.NodeFault if the node does not tell what is needed
   */
  Optional<Hash32> key(ClaimLinks.Pending claim);
}
