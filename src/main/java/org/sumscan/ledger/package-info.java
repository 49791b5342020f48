/**
 * Canonical blocks, samples, claims and the coverage ledger in PostgreSQL: append, rewind, read in
 * order, search.
 */
@NullMarked
package org.sumscan.ledger;

import org.jspecify.annotations.NullMarked;
