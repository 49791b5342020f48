/**
 * What a claim is judged by and how it comes out: its kinds, its checks, and what is known of
 * sample and account.
 */
@NullMarked
package org.sumscan.incentive.claim;

import org.jspecify.annotations.NullMarked;
