/** The page on which people sign in with a wallet. */
@NullMarked
package org.sumscan.pages.signin;

import org.jspecify.annotations.NullMarked;
