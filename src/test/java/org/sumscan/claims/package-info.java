/** Tests that claims come to what was said of them before. */
@NullMarked
package org.sumscan.claims;

import org.jspecify.annotations.NullMarked;
