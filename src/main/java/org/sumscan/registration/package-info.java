/**
 * Judges an address and lists the model behind it: reads what its contracts say, strictly and
 * within bounds, and the state in which its classifier was handed over.
 */
@NullMarked
package org.sumscan.registration;

import org.jspecify.annotations.NullMarked;
