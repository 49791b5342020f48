/** Small pieces that every page is made of: facts, choices, breadcrumbs, empty states. */
@NullMarked
package org.sumscan.pages.parts;

import org.jspecify.annotations.NullMarked;
