/** Measures how fast Sumscan is, beside limits that are measured in the same run. */
@NullMarked
package org.sumscan.benchmark;

import org.jspecify.annotations.NullMarked;
