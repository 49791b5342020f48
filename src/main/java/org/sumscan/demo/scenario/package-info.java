/** Who does what and when: the demo's history and its live activity, decided without a chain. */
@NullMarked
package org.sumscan.demo.scenario;

import org.jspecify.annotations.NullMarked;
