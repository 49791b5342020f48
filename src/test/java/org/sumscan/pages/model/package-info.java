/** Tests of the page of one model. */
@NullMarked
package org.sumscan.pages.model;

import org.jspecify.annotations.NullMarked;
