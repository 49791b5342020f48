/**
 * Canonical blocks, samples and claims in PostgreSQL: the values that every room of the ledger
 * shares. Rooms use this one and each other one way, without a cycle.
 */
@NullMarked
package org.sumscan.ledger;

import org.jspecify.annotations.NullMarked;
