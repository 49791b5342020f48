/** Tests of the series. */
@NullMarked
package org.sumscan.accuracy.series;

import org.jspecify.annotations.NullMarked;
