@NullMarked
package org.sumscan.api.samples;

import org.jspecify.annotations.NullMarked;
