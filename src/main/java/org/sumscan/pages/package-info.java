/**
 * The pages that a visitor sees: read from the stores, drawn on the server, of use without a
 * script.
 */
@NullMarked
package org.sumscan.pages;

import org.jspecify.annotations.NullMarked;
