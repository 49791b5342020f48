/** The page that says how far each chain is indexed. */
@NullMarked
package org.sumscan.pages.status;

import org.jspecify.annotations.NullMarked;
