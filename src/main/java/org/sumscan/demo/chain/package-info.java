/** The embedded chain over JSON-RPC, with the methods that only a test chain has. */
@NullMarked
package org.sumscan.demo.chain;

import org.jspecify.annotations.NullMarked;
