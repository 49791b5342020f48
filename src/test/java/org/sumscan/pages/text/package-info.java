/** Tests of how the pages write single values. */
@NullMarked
package org.sumscan.pages.text;

import org.jspecify.annotations.NullMarked;
