@NullMarked
package org.sumscan.replay;

import org.jspecify.annotations.NullMarked;
