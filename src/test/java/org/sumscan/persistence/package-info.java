@NullMarked
package org.sumscan.persistence;

import org.jspecify.annotations.NullMarked;
