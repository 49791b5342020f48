/** The mechanisms that are known, each with its rules, and how one is found by its name. */
@NullMarked
package org.sumscan.incentive.known;

import org.jspecify.annotations.NullMarked;
