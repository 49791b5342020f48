package org.sumscan.catalog.validation;

import org.sumscan.kernel.Hash32;

/** Tells one client from another without saying who it is: a keyed hash of where it asks from. */
public record ClientMark(Hash32 hash) {}
