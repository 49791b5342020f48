/** How often each client may ask for what costs much. */
@NullMarked
package org.sumscan.limits;

import org.jspecify.annotations.NullMarked;
