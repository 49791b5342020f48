/** Signing in with a wallet, and what an account that has signed in may write. */
@NullMarked
package org.sumscan.api.signin;

import org.jspecify.annotations.NullMarked;
