package org.sumscan.catalog;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;

/**
 * Whom the incentive mechanism names as owners.
 *
 * @param mechanism {@code owner()}, usually the trainer
 * @param model {@code modelOwner()}, null where the mechanism answers none
 */
public record ModelOwners(Address mechanism, @Nullable Address model) {}
