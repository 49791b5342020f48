/** The list of models at {@code /}. */
@NullMarked
package org.sumscan.pages.models;

import org.jspecify.annotations.NullMarked;
