/**
 * Sumscan: explorer and dashboard for machine-learning models that live in Ethereum contracts.
 *
 * <p>Each package has one job and stands on a floor; dependencies point down only. The picture is
 * in the README and a test holds it.
 */
@NullMarked
package org.sumscan;

import org.jspecify.annotations.NullMarked;
