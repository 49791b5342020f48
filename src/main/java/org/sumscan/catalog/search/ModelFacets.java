package org.sumscan.catalog.search;

import java.util.Map;
import org.sumscan.incentive.Stake;
import org.sumscan.kernel.ChainId;
import org.sumscan.learning.ClassifierKind;

/**
 * How many models match a search by each trait; a trait's own filter is left out of its counts, so
 * that they say what choosing another value would find. Values without a match are missing.
 *
 * @param stakes by what the authors of samples put at stake
 */
public record ModelFacets(
    Map<ClassifierKind, Long> kinds, Map<Stake, Long> stakes, Map<ChainId, Long> chains) {

  /** Copies the maps. */
  public ModelFacets {
    kinds = Map.copyOf(kinds);
    stakes = Map.copyOf(stakes);
    chains = Map.copyOf(chains);
  }
}
