/** Checks of an address and of the four contracts of a model: what they are, and who owns them. */
@NullMarked
package org.sumscan.registration.validation.contracts;

import org.jspecify.annotations.NullMarked;
