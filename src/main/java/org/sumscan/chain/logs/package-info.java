/** Fetches the logs of blocks from one endpoint and verifies them against the blocks' headers. */
@NullMarked
package org.sumscan.chain.logs;

import org.jspecify.annotations.NullMarked;
