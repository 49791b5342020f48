/**
 * The world that a first start shows: models, people and their history on the embedded chain, and
 * the trickle that keeps it moving; absent in production, and nothing depends on it.
 */
@NullMarked
package org.sumscan.demo;

import org.jspecify.annotations.NullMarked;
