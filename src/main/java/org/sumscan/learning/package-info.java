/**
 * The five classifiers in integers, exactly as the contracts compute them: a state and a sample
 * give the next state and a prediction, wrap-around and refusals included.
 */
@NullMarked
package org.sumscan.learning;

import org.jspecify.annotations.NullMarked;
