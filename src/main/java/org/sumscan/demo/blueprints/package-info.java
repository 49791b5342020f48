/**
 * The initial state of each kind of classifier that the demo deploys, as constructor arguments and
 * calls.
 */
@NullMarked
package org.sumscan.demo.blueprints;

import org.jspecify.annotations.NullMarked;
