/**
 * Writes blocks into the ledger, each batch in one transaction: appends, rollbacks, listings and
 * refetched rows.
 */
@NullMarked
package org.sumscan.ledger.write;

import org.jspecify.annotations.NullMarked;
