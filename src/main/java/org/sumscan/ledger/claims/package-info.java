/**
 * The refunds and reports of samples: searched, linked to their samples, and what judging one
 * needs.
 */
@NullMarked
package org.sumscan.ledger.claims;

import org.jspecify.annotations.NullMarked;
