/**
 * The samples of which something can still be claimed: kept in step with the rows, and searched.
 */
@NullMarked
package org.sumscan.ledger.open;

import org.jspecify.annotations.NullMarked;
