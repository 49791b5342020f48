/** Samples and their original data as JSON and CSV, and what an account has in them. */
@NullMarked
package org.sumscan.api.samples;

import org.jspecify.annotations.NullMarked;
