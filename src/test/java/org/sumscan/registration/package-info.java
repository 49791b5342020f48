@NullMarked
package org.sumscan.registration;

import org.jspecify.annotations.NullMarked;
