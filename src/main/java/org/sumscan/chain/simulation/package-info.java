/** Simulates transactions at one endpoint. */
@NullMarked
package org.sumscan.chain.simulation;

import org.jspecify.annotations.NullMarked;
