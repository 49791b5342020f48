package org.sumscan.catalog;

import org.sumscan.kernel.Hash32;

/**
 * The state of a classifier at the moment it was handed over to its trainer.
 *
 * @param state the canonical bytes that {@code Classifier.restore} reads; not to be changed
 * @param digest the keccak-256 of the bytes
 * @param source how it was read, in words
 */
public record InitialState(byte[] state, Hash32 digest, String source) {}
