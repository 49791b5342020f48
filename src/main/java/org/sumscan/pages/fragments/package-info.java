/** Rows and panels that several pages show, most of them with a template fragment of their own. */
@NullMarked
package org.sumscan.pages.fragments;

import org.jspecify.annotations.NullMarked;
