package org.sumscan.startup;

import java.time.Instant;

/**
 * Says when the embedded chain's first block shall lie, asked once in the life of a chain; without
 * a bean of this type it is the moment of the first start.
 */
@FunctionalInterface
public interface ChainBirth {

  /** The time of block 0, in whole seconds and never after the machine's clock. */
  Instant genesis();
}
