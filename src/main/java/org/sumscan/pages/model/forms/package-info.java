/** The forms on the page of a model: for asking it, and for adding a sample. */
@NullMarked
package org.sumscan.pages.model.forms;

import org.jspecify.annotations.NullMarked;
