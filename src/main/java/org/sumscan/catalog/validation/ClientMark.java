package org.sumscan.catalog.validation;

import org.sumscan.kernel.Hash32;

/** A keyed hash of a client's address, so that clients can be counted without being known. */
public record ClientMark(Hash32 hash) {}
