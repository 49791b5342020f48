/** The notes on a model and the record of decisions about it. */
@NullMarked
package org.sumscan.pages.record;

import org.jspecify.annotations.NullMarked;
