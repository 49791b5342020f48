/**
 * Geometry of the pictures on the pages: numbers in, SVG coordinates out, no markup and no colour.
 */
@NullMarked
package org.sumscan.pages.chart;

import org.jspecify.annotations.NullMarked;
