package org.sumscan.ledger.search;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;

/**
 * Which samples to find, in which order.
 *
 * @param limit how many at most, 1 … {@value #MOST}
 * @param cursor where a page before ended, as {@link SamplePage#next} gave it
 */
public record SampleQuery(SampleCriteria criteria, Sort sort, int limit, @Nullable String cursor) {

  /** The most samples of one page. */
  public static final int MOST = 1_000;

  /**
   * @throws IllegalArgumentException for a limit out of range, or an order by urgency of samples
   *     that need not be open
   */
  public SampleQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit lies within 1 and " + MOST + ", not " + limit);
    }
    if (sort == Sort.URGENT && !criteria.isOfOpen()) {
      throw new IllegalArgumentException("only what is open is urgent");
    }
  }

  /** Orders; samples that are equal in it come in the order of the chain. */
  public enum Sort {
    /** The one first that anyone can take first. */
    URGENT,
    /** The newest first. */
    NEWEST,
    /** The oldest first. */
    OLDEST,
    /** The largest deposit first. */
    LARGEST_DEPOSIT,
    /** The smallest deposit first. */
    SMALLEST_DEPOSIT
  }

  /** All samples, the newest first. */
  public static SampleQuery newest(int limit) {
    return new SampleQuery(SampleCriteria.ALL, Sort.NEWEST, limit, null);
  }

  /** The same for one model. */
  public SampleQuery ofModel(ModelId only) {
    return with(new SampleCriteria.Builder(criteria).model(only).build());
  }

  /** The same for one author. */
  public SampleQuery bySender(Address only) {
    return with(new SampleCriteria.Builder(criteria).sender(only).build());
  }

  /** The same for other samples. */
  public SampleQuery with(SampleCriteria other) {
    return new SampleQuery(other, sort, limit, cursor);
  }

  /** The same in another order. */
  public SampleQuery sorted(Sort order) {
    return new SampleQuery(criteria, order, limit, cursor);
  }

  /** The page that begins where another ended. */
  public SampleQuery after(@Nullable String place) {
    return new SampleQuery(criteria, sort, limit, place);
  }

  /** Whether the order goes from large to small. */
  boolean isDescending() {
    return sort == Sort.NEWEST || sort == Sort.LARGEST_DEPOSIT;
  }

  /** What makes two questions the same but for the page, its size and the time that passes. */
  String question() {
    SampleCriteria timeless = new SampleCriteria.Builder(criteria).now(java.util.Map.of()).build();
    return sort + " " + timeless;
  }
}
