/**
 * The pages that a visitor sees, a room for each: read from the stores, drawn on the server, of use
 * without a script.
 */
@NullMarked
package org.sumscan.pages;

import org.jspecify.annotations.NullMarked;
