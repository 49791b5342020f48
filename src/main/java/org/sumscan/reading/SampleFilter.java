package org.sumscan.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.SampleQuery.ClaimState;
import org.sumscan.ledger.SampleQuery.Sort;

/** The filters of samples as addresses carry them, the same for the page and the interface. */
public final class SampleFilter {

  /** Every parameter that filters or orders; paging and the model are not among them. */
  public static final Set<String> NAMES =
      Set.of(
          "sender",
          "label",
          "fromTime",
          "toTime",
          "fromBlock",
          "toBlock",
          "minDeposit",
          "maxDeposit",
          "minEth",
          "maxEth",
          "status",
          "order",
          "chainId");

  private SampleFilter() {}

  /**
   * Reads a search.
   *
   * @param model the one model to search, or null for all
   * @param limit how many samples a page has
   * @param cursor where the page begins, as an earlier one gave it
   * @throws InvalidQuestion if a filter is malformed or an empty range
   */
  public static SampleQuery query(
      Parameters parameters, @Nullable ModelId model, int limit, @Nullable String cursor) {
    SampleQuery query =
        new SampleQuery(
            model,
            model == null ? parameters.read("chainId", ChainId::of, "a chain's number") : null,
            parameters.address("sender"),
            parameters.read("label", SampleFilter::label, "the number of a class, from 0"),
            parameters.time("fromTime"),
            parameters.time("toTime"),
            parameters.number("fromBlock"),
            parameters.number("toBlock"),
            parameters.amount("minDeposit", "minEth"),
            parameters.amount("maxDeposit", "maxEth"),
            parameters.read(
                "status", SampleFilter::status, "one of unclaimed, claimed, refunded, reported"),
            order(parameters),
            limit,
            cursor);
    requireOrder(query.fromTime(), query.toTime(), "fromTime", "toTime");
    requireOrder(query.fromBlock(), query.toBlock(), "fromBlock", "toBlock");
    requireOrder(query.minDeposit(), query.maxDeposit(), "the least deposit", "the greatest");
    return query;
  }

  /** The filters that were given, in a fixed order, to be carried into other addresses. */
  public static Map<String, String> given(Parameters parameters) {
    Map<String, String> given = new LinkedHashMap<>();
    NAMES.stream()
        .sorted()
        .forEach(
            name -> {
              String text = parameters.text(name);
              if (text != null) given.put(name, text);
            });
    return given;
  }

  /** The word for a state of claims in addresses. */
  public static String word(ClaimState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The word for an order in addresses. */
  public static String word(Sort order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Sort order(Parameters parameters) {
    Sort order =
        parameters.read(
            "order",
            text -> Sort.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')),
            "one of newest, oldest, largest-deposit, smallest-deposit");
    return order == null ? Sort.NEWEST : order;
  }

  private static ClaimState status(String text) {
    return ClaimState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static UInt64 label(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not digits");
    }
    return UInt64.of(text);
  }

  private static <T extends Comparable<T>> void requireOrder(
      @Nullable T from, @Nullable T to, String fromName, String toName) {
    if (from != null && to != null && from.compareTo(to) > 0) {
      throw new InvalidQuestion(
          "Nothing can match: " + fromName + " lies after or above " + toName + ".");
    }
  }
}
