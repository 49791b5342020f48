/** Tests of the charts' geometry. */
@NullMarked
package org.sumscan.pages.chart;

import org.jspecify.annotations.NullMarked;
