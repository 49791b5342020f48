/** The data sets that the demo's models learn from, encoded and as they were. */
@NullMarked
package org.sumscan.demo.data;

import org.jspecify.annotations.NullMarked;
