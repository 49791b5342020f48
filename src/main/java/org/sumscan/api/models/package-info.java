/** Models as JSON: their facts, accuracy series, predictions and validations. */
@NullMarked
package org.sumscan.api.models;

import org.jspecify.annotations.NullMarked;
