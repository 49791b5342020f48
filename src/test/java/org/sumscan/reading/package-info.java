/** Tests of how questions are read. */
@NullMarked
package org.sumscan.reading;

import org.jspecify.annotations.NullMarked;
