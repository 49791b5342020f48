@NullMarked
package org.sumscan.demo.wallet;

import org.jspecify.annotations.NullMarked;
