/** Tests of sign-in. */
@NullMarked
package org.sumscan.signin;

import org.jspecify.annotations.NullMarked;
