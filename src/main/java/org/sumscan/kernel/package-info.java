/**
 * The words of the chain as value types, each checked when it is made: nothing here depends on
 * anything else of ours.
 */
@NullMarked
package org.sumscan.kernel;

import org.jspecify.annotations.NullMarked;
