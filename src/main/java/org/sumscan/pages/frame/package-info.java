/**
 * What stands around every page: the freshness of the index, the search, content safety and
 * refusals.
 */
@NullMarked
package org.sumscan.pages.frame;

import org.jspecify.annotations.NullMarked;
