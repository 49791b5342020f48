/**
 * What a sample costs, and who gets how much of its deposit back: the rules of the incentive
 * mechanisms, number for number and check for check as the contracts apply them.
 */
@NullMarked
package org.sumscan.incentive;

import org.jspecify.annotations.NullMarked;
