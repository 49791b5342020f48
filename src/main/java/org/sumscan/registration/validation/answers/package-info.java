/**
 * Checks of what a model's contracts answer: their texts, classes, numbers, waits and predictions.
 */
@NullMarked
package org.sumscan.registration.validation.answers;

import org.jspecify.annotations.NullMarked;
