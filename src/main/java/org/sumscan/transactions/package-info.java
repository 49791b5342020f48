/**
 * The life of a transaction that a visitor's wallet has sent, from its hash: sent, included,
 * indexed, final, or what else became of it.
 */
@NullMarked
package org.sumscan.transactions;

import org.jspecify.annotations.NullMarked;
