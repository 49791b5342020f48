/** Tests of how much of a range is looked at. */
@NullMarked
package org.sumscan.indexer.audit;

import org.jspecify.annotations.NullMarked;
