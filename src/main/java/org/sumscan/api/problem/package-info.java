/** Why a request was not answered, as problem details (RFC 9457). */
@NullMarked
package org.sumscan.api.problem;

import org.jspecify.annotations.NullMarked;
