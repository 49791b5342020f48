/** Tests of models' records. */
@NullMarked
package org.sumscan.notes;

import org.jspecify.annotations.NullMarked;
