/** Spring Security: who acts on a session, with which rights, and what is refused. */
@NullMarked
package org.sumscan.operations.security;

import org.jspecify.annotations.NullMarked;
