/** The listed models and what is known of them: small things with identity, found and sorted. */
@NullMarked
package org.sumscan.catalog;

import org.jspecify.annotations.NullMarked;
