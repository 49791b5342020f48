/**
 * How entities of all packages store the kernel's value types: addresses, hashes, a model's key,
 * and enumerations by the names that the schema uses.
 */
@NullMarked
package org.sumscan.persistence;

import org.jspecify.annotations.NullMarked;
