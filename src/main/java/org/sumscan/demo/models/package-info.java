/** The models of the demo: their first training, incentives, contract code and deployment. */
@NullMarked
package org.sumscan.demo.models;

import org.jspecify.annotations.NullMarked;
