/**
 * Checks of what a model's contracts have done, by events, balances, storage roots, code and calls
 * before the hand-over.
 */
@NullMarked
package org.sumscan.registration.validation.history;

import org.jspecify.annotations.NullMarked;
