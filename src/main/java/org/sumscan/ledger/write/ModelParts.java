package org.sumscan.ledger.write;

import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.Address;

/**
 * The contracts that a trainer works with, and the terms of its claims, as the chain answered when
 * the model was judged.
 *
 * @param mechanismOwner what the mechanism's {@code owner()} answered: only if it is the trainer do
 *     the mechanism's events count
 */
public record ModelParts(
    Address mechanism,
    Address mechanismOwner,
    Address handler,
    Address classifier,
    Mechanism rules,
    Waits waits) {}
