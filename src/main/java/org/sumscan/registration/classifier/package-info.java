/** What a classifier's contract answers and how it was made, for each kind. */
@NullMarked
package org.sumscan.registration.classifier;

import org.jspecify.annotations.NullMarked;
