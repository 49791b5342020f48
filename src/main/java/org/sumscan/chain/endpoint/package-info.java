/** One address of a node: its transport, JSON-RPC over it, how it has behaved and what it lacks. */
@NullMarked
package org.sumscan.chain.endpoint;

import org.jspecify.annotations.NullMarked;
