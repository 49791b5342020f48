/** Validations that were asked for, their checks' results, and the record of who listed what. */
@NullMarked
package org.sumscan.catalog.validation;

import org.jspecify.annotations.NullMarked;
