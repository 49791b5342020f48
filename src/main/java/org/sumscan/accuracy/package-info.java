/**
 * How well the models answered before they learnt each sample, and the states to answer with now:
 * figures, series and replay checkpoints, with the replay as their one writer.
 */
@NullMarked
package org.sumscan.accuracy;

import org.jspecify.annotations.NullMarked;
