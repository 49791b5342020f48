/** What a person is told when Sumscan cannot start: one problem, what to do, no stack trace. */
@NullMarked
package org.sumscan.operations.failures;

import org.jspecify.annotations.NullMarked;
