@NullMarked
package org.sumscan.registration.validation;

import org.jspecify.annotations.NullMarked;
