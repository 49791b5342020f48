@NullMarked
package org.sumscan.catalog;

import org.jspecify.annotations.NullMarked;
