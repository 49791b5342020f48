/** Chains as someone set them up. */
@NullMarked
package org.sumscan.chain.config;

import org.jspecify.annotations.NullMarked;
