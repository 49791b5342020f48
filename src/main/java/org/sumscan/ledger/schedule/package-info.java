/** Shares the blocks that are still to be fetched out among workers and instances. */
@NullMarked
package org.sumscan.ledger.schedule;

import org.jspecify.annotations.NullMarked;
