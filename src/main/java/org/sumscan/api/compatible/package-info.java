/** The REST interface of the original system's server, for its unchanged clients. */
@NullMarked
package org.sumscan.api.compatible;

import org.jspecify.annotations.NullMarked;
