/**
 * What drives the engines: a thread for each, which steps, waits, goes on after faults, and ends.
 */
@NullMarked
package org.sumscan.engine;

import org.jspecify.annotations.NullMarked;
