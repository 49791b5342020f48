/** Which blocks of each chain are indexed, which are missing, where its head is, and its reorgs. */
@NullMarked
package org.sumscan.ledger.coverage;

import org.jspecify.annotations.NullMarked;
