/** Tests of how typed text is read. */
@NullMarked
package org.sumscan.reading.typed;

import org.jspecify.annotations.NullMarked;
