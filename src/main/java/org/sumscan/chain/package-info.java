/**
 * EVM nodes over JSON-RPC: several endpoints a chain, answers checked before they are believed, and
 * errors with a type. The only place that talks to a node.
 */
@NullMarked
package org.sumscan.chain;

import org.jspecify.annotations.NullMarked;
