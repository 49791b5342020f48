/** Whether there is a demo, and which. */
@NullMarked
package org.sumscan.demo.settings;

import org.jspecify.annotations.NullMarked;
