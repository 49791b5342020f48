@NullMarked
package org.sumscan.demo.scenario;

import org.jspecify.annotations.NullMarked;
