@NullMarked
package org.sumscan.api.models;

import org.jspecify.annotations.NullMarked;
