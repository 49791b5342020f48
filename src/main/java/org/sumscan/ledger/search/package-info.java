/** Reads samples: one by one, in the order of the chain, and by criteria, in pages and counts. */
@NullMarked
package org.sumscan.ledger.search;

import org.jspecify.annotations.NullMarked;
