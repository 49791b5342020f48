/**
 * Text, numbers or an image turned into the integers that a model takes, for every encoder that
 * models name.
 */
@NullMarked
package org.sumscan.encoding;

import org.jspecify.annotations.NullMarked;
