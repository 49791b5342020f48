/**
 * What keeps Sumscan running well: its start and the embedded parts, health, errors, limits and
 * security headers.
 */
@NullMarked
package org.sumscan.operations;

import org.jspecify.annotations.NullMarked;
