package org.sumscan.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.search.Bounds;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.SampleQuery.Sort;

/** The filters of samples as addresses carry them, the same for pages and the interface. */
public final class SampleFilter {

  /** Every parameter that filters or orders; paging and the model are not among them. */
  public static final Set<String> NAMES =
      Set.of(
          "text",
          "sender",
          "account",
          "mine",
          "label",
          "agrees",
          "fromTime",
          "toTime",
          "fromBlock",
          "toBlock",
          "minDeposit",
          "maxDeposit",
          "minEth",
          "maxEth",
          "status",
          "claim",
          "order",
          "chainId");

  /** What a page of samples takes: the filters, and where it begins. */
  public static final Set<String> OF_A_PAGE =
      Stream.concat(NAMES.stream(), Stream.of("cursor")).collect(Collectors.toUnmodifiableSet());

  private static final Set<ClaimStatus> WITHOUT_DEADLINE = Set.of(ClaimStatus.CLAIMED);

  private SampleFilter() {}

  /**
   * Reads a search.
   *
   * @param model the one model to search, or null for all
   * @param now what time it is on each chain
   * @param limit how many samples a page has
   * @param cursor where the page begins, as an earlier one gave it
   * @throws InvalidQuestion if a filter is malformed, or nothing can match
   */
  public static SampleQuery query(
      Parameters parameters,
      @Nullable ModelId model,
      BlockTimes.Snapshot now,
      int limit,
      @Nullable String cursor) {
    SampleCriteria criteria = criteria(parameters, model, now);
    Sort sort = order(parameters, criteria);
    if (sort == Sort.URGENT && !hasDeadline(criteria)) {
      throw new InvalidQuestion(
          "Only samples that are still open have an urgency: choose such a status, or another"
              + " order.");
    }
    return new SampleQuery(criteria, sort, limit, cursor);
  }

  private static SampleCriteria criteria(
      Parameters parameters, @Nullable ModelId model, BlockTimes.Snapshot now) {
    Address account = parameters.address("account");
    Boolean mine = yesOrNo(parameters, "mine");
    if (mine != null && account == null) {
      throw new InvalidQuestion("“mine” needs an “account” to say whose samples are meant.");
    }
    Address sender = parameters.address("sender");
    if (Boolean.TRUE.equals(mine) && account != null) {
      if (sender != null && !sender.equals(account)) {
        throw new InvalidQuestion("Nothing can match: “sender” is another account than “account”.");
      }
      sender = account;
    }
    SampleCriteria.Builder criteria =
        new SampleCriteria.Builder()
            .model(model)
            .chain(
                model == null ? parameters.read("chainId", ChainId::of, "a chain's number") : null)
            .sender(sender)
            .notSender(Boolean.FALSE.equals(mine) ? account : null)
            .label(parameters.read("label", SampleFilter::label, "the number of a class, from 0"))
            .status(parameters.read("status", SampleFilter::status, "one of " + STATUS_WORDS))
            .agrees(yesOrNo(parameters, "agrees"))
            .claimed(parameters.read("claim", SampleFilter::claim, "refunded or reported"))
            .words(parameters.text("text"))
            .now(now.times());
    return criteria
        .time(times(parameters))
        .blocks(
            bounds(
                parameters.number("fromBlock"),
                parameters.number("toBlock"),
                "fromBlock",
                "toBlock"))
        .deposit(
            bounds(
                parameters.amount("minDeposit", "minEth"),
                parameters.amount("maxDeposit", "maxEth"),
                "the least deposit",
                "the greatest"))
        .build();
  }

  private static final String STATUS_WORDS =
      "waiting, open, partly-claimed, claimed, refundable, reportable, anyone-can-take";

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

  /** The word for an order in addresses. */
  public static String word(Sort order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether only what is open can match, which someone may come to take. */
  public static boolean hasDeadline(SampleCriteria criteria) {
    ClaimStatus status = criteria.status();
    return status == null ? criteria.agrees() != null : !WITHOUT_DEADLINE.contains(status);
  }

  /** The order that is meant where none is given. */
  public static Sort usualOrder(SampleCriteria criteria) {
    return hasDeadline(criteria) ? Sort.URGENT : Sort.NEWEST;
  }

  private static Sort order(Parameters parameters, SampleCriteria criteria) {
    Sort order =
        parameters.read(
            "order",
            text -> Sort.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')),
            "one of urgent, newest, oldest, largest-deposit, smallest-deposit");
    return order == null ? usualOrder(criteria) : order;
  }

  private static Bounds<Long> times(Parameters parameters) {
    return bounds(
        parameters.timeFrom("fromTime"), parameters.timeTo("toTime"), "fromTime", "toTime");
  }

  private static ClaimStatus status(String text) {
    return ClaimStatus.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Claim.Kind claim(String text) {
    return switch (text) {
      case "refunded" -> Claim.Kind.REFUND;
      case "reported" -> Claim.Kind.REPORT;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static @Nullable Boolean yesOrNo(Parameters parameters, String name) {
    return parameters.read(
        name,
        text ->
            switch (text) {
              case "yes" -> true;
              case "no" -> false;
              default -> throw new IllegalArgumentException(text);
            },
        "yes or no");
  }

  private static UInt64 label(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not digits");
    }
    return UInt64.of(text);
  }

  private static <T extends Comparable<T>> Bounds<T> bounds(
      @Nullable T from, @Nullable T to, String fromName, String toName) {
    Bounds<T> bounds = new Bounds<>(from, to);
    if (bounds.isEmpty()) {
      throw new InvalidQuestion(
          "Nothing can match: " + fromName + " lies after or above " + toName + ".");
    }
    return bounds;
  }
}
