/** Brings the embedded chain and the demo world; absent where a chain is configured. */
@NullMarked
package org.sumscan.demo;

import org.jspecify.annotations.NullMarked;
