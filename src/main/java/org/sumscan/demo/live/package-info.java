/** Writes the demo's history onto the chain and goes on from there. */
@NullMarked
package org.sumscan.demo.live;

import org.jspecify.annotations.NullMarked;
