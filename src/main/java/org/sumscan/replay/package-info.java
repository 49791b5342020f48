/**
 * Feeds the ledger's samples in order to the exact classifiers, records what they answered before
 * they learnt, and compares the models it ends up with to the chain's.
 */
@NullMarked
package org.sumscan.replay;

import org.jspecify.annotations.NullMarked;
