/** Sums over the samples and claims of models and accounts, kept with the rows. */
@NullMarked
package org.sumscan.ledger.totals;

import org.jspecify.annotations.NullMarked;
