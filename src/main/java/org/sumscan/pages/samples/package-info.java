/** The search of samples, of all models or of one. */
@NullMarked
package org.sumscan.pages.samples;

import org.jspecify.annotations.NullMarked;
