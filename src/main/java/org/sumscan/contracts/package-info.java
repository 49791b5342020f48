/**
 * What the contracts say and how to speak to them: events, calls and answers between bytes and
 * records, strictly and without loss. Nothing else in the code knows a selector or a topic.
 */
@NullMarked
package org.sumscan.contracts;

import org.jspecify.annotations.NullMarked;
