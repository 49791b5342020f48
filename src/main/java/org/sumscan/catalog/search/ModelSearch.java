package org.sumscan.catalog.search;

import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.Stake;
import org.sumscan.kernel.ChainId;
import org.sumscan.learning.ClassifierKind;

/**
 * What to look for among the listed models, and in which order.
 *
 * @param text found in name, description, encoder or address, in any case; null or blank for all
 * @param stake only models whose authors put that at stake; null for all
 * @param now the time that deposits are compared at, in seconds since 1970
 * @param offset how many matches to leave out first, within 0 and 100,000
 * @param limit the most models to answer, within 1 and 500
 */
public record ModelSearch(
    @Nullable String text,
    @Nullable ChainId chain,
    @Nullable ClassifierKind kind,
    @Nullable Stake stake,
    Sort sort,
    long now,
    int offset,
    int limit) {

  private static final int TEXT = 200;
  private static final int OFFSET = 100_000;
  private static final int LIMIT = 500;

  /** What models can be sorted by; those without the figure come last either way. */
  public enum Order {
    NAME,
    ACCURACY,
    SAMPLES,
    LAST_ACTIVITY,
    DEPOSIT
  }

  /** Which figure to sort by, and whether the greatest comes first. */
  public record Sort(Order order, boolean descending) {

    public static final Sort BY_NAME = new Sort(Order.NAME, false);
  }

  /**
   * @throws IllegalArgumentException if the text has more than 200 characters, or offset or limit
   *     is out of range
   */
  public ModelSearch {
    if (text != null && text.length() > TEXT) {
      throw new IllegalArgumentException("a search has at most " + TEXT + " characters");
    }
    if (offset < 0 || offset > OFFSET) {
      throw new IllegalArgumentException("an offset lies within 0 and " + OFFSET);
    }
    if (limit < 1 || limit > LIMIT) {
      throw new IllegalArgumentException("a limit lies within 1 and " + LIMIT);
    }
  }

  /** The first models by name. */
  public static ModelSearch byName(int limit) {
    return new ModelSearch(null, null, null, null, Sort.BY_NAME, 0, 0, limit);
  }

  /** This search over all kinds. */
  ModelSearch withoutKind() {
    return new ModelSearch(text, chain, null, stake, sort, now, offset, limit);
  }

  /** This search over all stakes. */
  ModelSearch withoutStake() {
    return new ModelSearch(text, chain, kind, null, sort, now, offset, limit);
  }

  /** This search over all chains. */
  ModelSearch withoutChain() {
    return new ModelSearch(text, null, kind, stake, sort, now, offset, limit);
  }
}
