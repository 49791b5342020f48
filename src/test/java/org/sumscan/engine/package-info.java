@NullMarked
package org.sumscan.engine;

import org.jspecify.annotations.NullMarked;
