/** Reads what paths, parameters and bodies name, and refuses what is malformed. */
@NullMarked
package org.sumscan.api.request;

import org.jspecify.annotations.NullMarked;
