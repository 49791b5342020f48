package org.sumscan.catalog.search;

import java.util.Map;
import org.sumscan.kernel.ChainId;
import org.sumscan.learning.ClassifierKind;

/**
 * How many models match a search by each trait; a trait's own filter is left out of its counts, so
 * that they say what choosing another value would find. Values without a match are missing.
 *
 * @param deposits under true the models whose samples need a deposit
 */
public record ModelFacets(
    Map<ClassifierKind, Long> kinds, Map<Boolean, Long> deposits, Map<ChainId, Long> chains) {

  /** Copies the maps. */
  public ModelFacets {
    kinds = Map.copyOf(kinds);
    deposits = Map.copyOf(deposits);
    chains = Map.copyOf(chains);
  }
}
