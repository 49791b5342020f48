@NullMarked
package org.sumscan.demo.data;

import org.jspecify.annotations.NullMarked;
