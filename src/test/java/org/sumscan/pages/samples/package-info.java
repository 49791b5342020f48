/** Tests of the search of samples. */
@NullMarked
package org.sumscan.pages.samples;

import org.jspecify.annotations.NullMarked;
