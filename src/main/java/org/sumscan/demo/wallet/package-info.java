/**
 * The demo's wallet: a page and an RPC address for browsers of this machine, with keys of the
 * embedded chain.
 */
@NullMarked
package org.sumscan.demo.wallet;

import org.jspecify.annotations.NullMarked;
