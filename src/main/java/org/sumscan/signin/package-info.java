/**
 * Sign-in with an Ethereum account (EIP-4361): messages, signatures and the sessions they begin.
 */
@NullMarked
package org.sumscan.signin;

import org.jspecify.annotations.NullMarked;
