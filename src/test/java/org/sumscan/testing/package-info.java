/** What tests stand on: a real PostgreSQL, a real anvil, and a node that misbehaves on demand. */
@NullMarked
package org.sumscan.testing;

import org.jspecify.annotations.NullMarked;
