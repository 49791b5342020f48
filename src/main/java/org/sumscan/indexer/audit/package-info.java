/** Proves what is indexed by the chain's own headers and receipts, in the background. */
@NullMarked
package org.sumscan.indexer.audit;

import org.jspecify.annotations.NullMarked;
