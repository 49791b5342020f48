/**
 * The answers of the pages as JSON and CSV, and the original server's interface. Numbers of 64 bits
 * or more are written as decimal strings; counts, block heights and times in seconds are numbers.
 */
@NullMarked
package org.sumscan.api;

import org.jspecify.annotations.NullMarked;
