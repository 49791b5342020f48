/** Addresses, numbers and times as people type or paste them. */
@NullMarked
package org.sumscan.reading.typed;

import org.jspecify.annotations.NullMarked;
