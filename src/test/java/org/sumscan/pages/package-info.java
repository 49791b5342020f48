/** Tests of the pages, in a browser and without one. */
@NullMarked
package org.sumscan.pages;

import org.jspecify.annotations.NullMarked;
