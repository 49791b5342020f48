/** The page of one sample, with what an account can claim from it. */
@NullMarked
package org.sumscan.pages.sample;

import org.jspecify.annotations.NullMarked;
