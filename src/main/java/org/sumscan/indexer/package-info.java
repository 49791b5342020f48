/**
 * Follows each chain into the ledger: backfill and live by one mechanism, through reorganisations,
 * by any number of instances at once.
 */
@NullMarked
package org.sumscan.indexer;

import org.jspecify.annotations.NullMarked;
