/** The listed models and what is known of them. */
@NullMarked
package org.sumscan.catalog;

import org.jspecify.annotations.NullMarked;
