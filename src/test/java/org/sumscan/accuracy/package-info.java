@NullMarked
package org.sumscan.accuracy;

import org.jspecify.annotations.NullMarked;
