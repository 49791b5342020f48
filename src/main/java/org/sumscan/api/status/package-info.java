/** The state of the index, the chains that are followed, and the description of the interface. */
@NullMarked
package org.sumscan.api.status;

import org.jspecify.annotations.NullMarked;
