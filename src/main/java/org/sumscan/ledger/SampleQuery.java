package org.sumscan.ledger;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * Which samples to find, in which order; a filter that is null lets everything through. Bounds are
 * included, times in seconds since 1970.
 *
 * @param limit how many at most, 1 … {@value #MOST}
 * @param cursor where a page before ended, as {@link SamplePage#next} gave it
 */
public record SampleQuery(
    @Nullable ModelId model,
    @Nullable ChainId chain,
    @Nullable Address sender,
    @Nullable UInt64 label,
    @Nullable Long fromTime,
    @Nullable Long toTime,
    @Nullable Long fromBlock,
    @Nullable Long toBlock,
    @Nullable Wei minDeposit,
    @Nullable Wei maxDeposit,
    @Nullable ClaimState claimed,
    Sort sort,
    int limit,
    @Nullable String cursor) {

  /** The most samples of one page. */
  public static final int MOST = 1_000;

  /**
   * @throws IllegalArgumentException for a limit out of range
   */
  public SampleQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit lies within 1 and " + MOST + ", not " + limit);
    }
  }

  /** What was claimed of a sample. */
  public enum ClaimState {
    /** Neither refunded nor reported. */
    UNCLAIMED,
    /** Refunded or reported. */
    CLAIMED,
    /** Refunded. */
    REFUNDED,
    /** Reported at least once. */
    REPORTED
  }

  /** Orders; samples that are equal in it come in the order of the chain. */
  public enum Sort {
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
    return new SampleQuery(
        null, null, null, null, null, null, null, null, null, null, null, Sort.NEWEST, limit, null);
  }

  /** The same for one model. */
  public SampleQuery ofModel(ModelId only) {
    return new SampleQuery(
        only,
        chain,
        sender,
        label,
        fromTime,
        toTime,
        fromBlock,
        toBlock,
        minDeposit,
        maxDeposit,
        claimed,
        sort,
        limit,
        cursor);
  }

  /** The same for one author. */
  public SampleQuery bySender(Address only) {
    return new SampleQuery(
        model,
        chain,
        only,
        label,
        fromTime,
        toTime,
        fromBlock,
        toBlock,
        minDeposit,
        maxDeposit,
        claimed,
        sort,
        limit,
        cursor);
  }

  /** The same for another state of claims. */
  public SampleQuery claimed(@Nullable ClaimState only) {
    return new SampleQuery(
        model,
        chain,
        sender,
        label,
        fromTime,
        toTime,
        fromBlock,
        toBlock,
        minDeposit,
        maxDeposit,
        only,
        sort,
        limit,
        cursor);
  }

  /** The same in another order. */
  public SampleQuery sorted(Sort order) {
    return new SampleQuery(
        model,
        chain,
        sender,
        label,
        fromTime,
        toTime,
        fromBlock,
        toBlock,
        minDeposit,
        maxDeposit,
        claimed,
        order,
        limit,
        cursor);
  }

  /** The page that begins where another ended. */
  public SampleQuery after(@Nullable String place) {
    return new SampleQuery(
        model,
        chain,
        sender,
        label,
        fromTime,
        toTime,
        fromBlock,
        toBlock,
        minDeposit,
        maxDeposit,
        claimed,
        sort,
        limit,
        place);
  }
}
