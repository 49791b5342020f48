/** The form that has an address judged, and the report of its checks. */
@NullMarked
package org.sumscan.pages.register;

import org.jspecify.annotations.NullMarked;
