/** What people say of models and what the operator decides about them: a record that only grows. */
@NullMarked
package org.sumscan.notes;

import org.jspecify.annotations.NullMarked;
