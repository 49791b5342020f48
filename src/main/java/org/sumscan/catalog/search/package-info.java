/** Finds, sorts and counts listed models by what is known of them. */
@NullMarked
package org.sumscan.catalog.search;

import org.jspecify.annotations.NullMarked;
