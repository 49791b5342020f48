/** The ways to draw accuracy over samples, and what they are made from; no database. */
@NullMarked
package org.sumscan.accuracy.series;

import org.jspecify.annotations.NullMarked;
