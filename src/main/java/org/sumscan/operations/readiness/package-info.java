/**
 * Whether Sumscan answers yet: the web server listens from the first seconds and tells the progress
 * until everything else is prepared.
 */
@NullMarked
package org.sumscan.operations.readiness;

import org.jspecify.annotations.NullMarked;
