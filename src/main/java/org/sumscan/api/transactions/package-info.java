/** Transactions that wallets sent from here, and what became of each. */
@NullMarked
package org.sumscan.api.transactions;

import org.jspecify.annotations.NullMarked;
