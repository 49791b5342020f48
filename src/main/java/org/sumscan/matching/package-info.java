/**
 * Ties the originals that people send to the samples of the ledger, by encoding them again as the
 * models' encoders do.
 */
@NullMarked
package org.sumscan.matching;

import org.jspecify.annotations.NullMarked;
