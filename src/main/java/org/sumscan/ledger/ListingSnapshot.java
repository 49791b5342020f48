package org.sumscan.ledger;

import java.util.HashMap;
import java.util.Map;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * Which emitters of a chain were listed at one moment.
 *
 * @param version changes with every listing
 * @param trainers the listed models' row ids
 * @param mechanisms the mechanisms that their trainers own, and whose model each is
 * @param terms what each model's claims go by, by its row id, as far as that is known
 */
record ListingSnapshot(
    ChainId chain,
    long version,
    Map<Address, Integer> trainers,
    Map<Address, Integer> mechanisms,
    Map<Integer, Terms> terms) {

  /** The same with only one model in it. */
  ListingSnapshot only(int model) {
    Map<Address, Integer> trainer = new HashMap<>(trainers);
    trainer.values().removeIf(id -> id != model);
    Map<Address, Integer> mechanism = new HashMap<>(mechanisms);
    mechanism.values().removeIf(id -> id != model);
    return new ListingSnapshot(chain, version, trainer, mechanism, terms);
  }
}
