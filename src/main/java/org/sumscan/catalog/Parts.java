package org.sumscan.catalog;

import org.sumscan.kernel.Address;

/** The three contracts that a trainer works with. */
public record Parts(Address classifier, Address dataHandler, Address incentiveMechanism) {}
