package org.sumscan.chain;

import java.util.Set;
import org.sumscan.kernel.Hash32;

/**
 * A contract's storage root as reported by {@code eth_getProof}, with inconsistencies found in the
 * proof.
 *
 * @param root of the trie of all the contract's slots
 * @param keptEmpty those of the slots asked about that hold nothing and yet have a leaf: by the
 *     rules of Ethereum there is none, but nodes for tests have such
 */
public record StorageProof(Hash32 root, Set<Hash32> keptEmpty) {}
