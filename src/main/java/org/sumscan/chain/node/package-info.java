/** The nodes of a chain behind their endpoints, spoken to as one. */
@NullMarked
package org.sumscan.chain.node;

import org.jspecify.annotations.NullMarked;
