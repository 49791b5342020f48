@NullMarked
package org.sumscan.demo;

import org.jspecify.annotations.NullMarked;
