package org.sumscan.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.SampleQuery.ClaimState;
import org.sumscan.ledger.SampleQuery.Sort;

/**
 * The SQL of a search: every value is bound, and the order is one that an index has. Within one
 * model the order of the chain is the order of time.
 */
final class SampleSearch {

  private static final String MODEL_ROW =
      "(select id from emitter where chain_id = :chain and address = :trainer and listed)";

  private final SampleQuery query;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();

  SampleSearch(SampleQuery query) {
    this.query = query;
    place();
    time();
    deposit();
    if (query.sender() != null) condition("s.sender = :sender", "sender", query.sender().bytes());
    if (query.label() != null) {
      condition("s.label = :label", "label", new BigDecimal(query.label().toBigInteger()));
    }
    if (query.claimed() != null) conditions.add(claimed(query.claimed()));
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  String page() {
    boolean down = query.sort() == Sort.NEWEST || query.sort() == Sort.LARGEST_DEPOSIT;
    List<String> columns = order();
    if (query.cursor() != null) continueAfter(Cursor.of(query.cursor(), question()), columns, down);
    String direction = down ? " desc" : "";
    values.put("limit", query.limit() + 1);
    String found =
        "select s.* from sample s%s order by %s limit :limit"
            .formatted(where(), String.join(direction + ", ", columns) + direction);
    return "select %s%s from (%s) s join emitter e on e.id = s.model_id %s order by %s"
        .formatted(
            SampleRows.COLUMNS,
            SampleRows.TOTAL_COLUMNS,
            found,
            SampleRows.CLAIM_TOTALS,
            String.join(direction + ", ", columns) + direction);
  }

  String count() {
    values.put("limit", BoundedCount.MOST + 1);
    return "select count(*) from (select 1 from sample s%s limit :limit) c".formatted(where());
  }

  /** What makes two questions the same but for the page and its size. */
  String question() {
    return new SampleQuery(
            query.model(),
            query.chain(),
            query.sender(),
            query.label(),
            query.fromTime(),
            query.toTime(),
            query.fromBlock(),
            query.toBlock(),
            query.minDeposit(),
            query.maxDeposit(),
            query.claimed(),
            query.sort(),
            1,
            null)
        .toString();
  }

  private void place() {
    if (query.model() != null) {
      conditions.add("s.model_id = " + MODEL_ROW);
      values.put("chain", query.model().chain().value());
      values.put("trainer", query.model().address().bytes());
      if (query.chain() != null && !query.chain().equals(query.model().chain())) {
        conditions.add("false");
      }
    } else if (query.chain() != null) {
      condition("s.chain_id = :chain", "chain", query.chain().value());
    }
    if (query.fromBlock() != null) {
      condition("s.block_number >= :fromBlock", "fromBlock", query.fromBlock());
    }
    if (query.toBlock() != null) {
      condition("s.block_number <= :toBlock", "toBlock", query.toBlock());
    }
  }

  private void time() {
    ChainId chain = query.model() != null ? query.model().chain() : query.chain();
    if (query.fromTime() != null) {
      condition("s.block_time >= :fromTime", "fromTime", query.fromTime());
      if (chain != null) conditions.add("s.block_number >= " + blockAt(">=", ":fromTime", ""));
    }
    if (query.toTime() != null) {
      condition("s.block_time <= :toTime", "toTime", query.toTime());
      if (chain != null) conditions.add("s.block_number <= " + blockAt("<=", ":toTime", " desc"));
    }
  }

  /**
   * The block of the first sample at a time, so that a range of blocks, which is indexed, is read.
   */
  private static String blockAt(String comparison, String time, String direction) {
    return """
    coalesce((select b.block_number from sample b
      where b.chain_id = :chain and b.block_time %s %s
      order by b.block_time%s, b.chain_id%s, b.block_number%s limit 1), -1)\
    """
        .formatted(comparison, time, direction, direction, direction);
  }

  private void deposit() {
    if (query.minDeposit() != null) {
      condition(
          "s.deposit >= :minDeposit", "minDeposit", new BigDecimal(query.minDeposit().amount()));
    }
    if (query.maxDeposit() != null) {
      condition(
          "s.deposit <= :maxDeposit", "maxDeposit", new BigDecimal(query.maxDeposit().amount()));
    }
  }

  private static String claimed(ClaimState state) {
    return switch (state) {
      case UNCLAIMED -> "not " + hasClaim("");
      case CLAIMED -> hasClaim("");
      case REFUNDED -> hasClaim(" and l.kind = 'refund'");
      case REPORTED -> hasClaim(" and l.kind = 'report'");
    };
  }

  private static String hasClaim(String which) {
    return "exists (select 1 from linked_claim l where l.model_id = s.model_id"
        + " and l.sample_key = s.sample_key and l.sample_block = s.block_number"
        + " and l.sample_index = s.log_index"
        + which
        + ")";
  }

  private List<String> order() {
    List<String> place = List.of("s.block_number", "s.log_index");
    return switch (query.sort()) {
      case NEWEST, OLDEST ->
          query.model() != null
              ? place
              : List.of("s.block_time", "s.chain_id", "s.block_number", "s.log_index");
      case LARGEST_DEPOSIT, SMALLEST_DEPOSIT ->
          List.of("s.deposit", "s.block_time", "s.chain_id", "s.block_number", "s.log_index");
    };
  }

  private void continueAfter(Cursor cursor, List<String> columns, boolean down) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = "after_" + column.substring(2);
      names.add(":" + name);
      values.put(name, value(cursor, column));
    }
    conditions.add(
        "(%s) %s (%s)"
            .formatted(String.join(", ", columns), down ? "<" : ">", String.join(", ", names)));
  }

  private static Object value(Cursor cursor, String column) {
    return switch (column) {
      case "s.deposit" -> new BigDecimal(cursor.deposit());
      case "s.block_time" -> cursor.time();
      case "s.chain_id" -> cursor.chain().value();
      case "s.block_number" -> cursor.block();
      default -> cursor.index();
    };
  }

  private void condition(String sql, String name, Object value) {
    conditions.add(sql);
    values.put(name, value);
  }

  private String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }
}
