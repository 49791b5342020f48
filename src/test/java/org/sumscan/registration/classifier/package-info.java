@NullMarked
package org.sumscan.registration.classifier;

import org.jspecify.annotations.NullMarked;
