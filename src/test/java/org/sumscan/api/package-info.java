/** Tests of the JSON and CSV answers. */
@NullMarked
package org.sumscan.api;

import org.jspecify.annotations.NullMarked;
