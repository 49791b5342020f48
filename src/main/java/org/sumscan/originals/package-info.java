/**
 * The unencoded data behind samples: what people sent, kept apart until the sample is indexed, and
 * whether encoding it again gives the features on chain.
 */
@NullMarked
package org.sumscan.originals;

import org.jspecify.annotations.NullMarked;
