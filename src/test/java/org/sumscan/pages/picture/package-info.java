/** Tests of the pictures' geometry. */
@NullMarked
package org.sumscan.pages.picture;

import org.jspecify.annotations.NullMarked;
