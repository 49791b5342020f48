/** Notes on models and the operator's decisions about them, in an append-only record. */
@NullMarked
package org.sumscan.notes;

import org.jspecify.annotations.NullMarked;
