package org.sumscan.catalog;

import org.sumscan.kernel.Address;

/** The three contracts that a trainer works with. */
public record ModelContracts(Address classifier, Address dataHandler, Address incentiveMechanism) {}
