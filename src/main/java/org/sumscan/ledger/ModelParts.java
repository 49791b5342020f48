package org.sumscan.ledger;

import org.sumscan.kernel.Address;

/**
 * The contracts that a trainer works with, as the chain answered when the model was judged.
 *
 * @param mechanismOwner what the mechanism's {@code owner()} answered: only if it is the trainer do
 *     the mechanism's events count
 */
public record ModelParts(
    Address mechanism, Address mechanismOwner, Address handler, Address classifier) {}
