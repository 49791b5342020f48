/**
 * Who can claim what of a sample, how much and from when; and the transactions that a wallet signs
 * for it, drafted, tried out beforehand and explained.
 */
@NullMarked
package org.sumscan.claims;

import org.jspecify.annotations.NullMarked;
