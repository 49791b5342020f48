package org.sumscan.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.SampleQuery.Sort;

/**
 * The SQL of one page of a search, in an order that an index has. Within one model the order of the
 * chain is the order of time.
 */
final class SampleSearch {

  private static final String FROM_OPEN = "(%s) o join sample s on " + SampleRows.SAME_PLACE;
  private static final String FROM_ALL =
      "(%s) s left join open_sample o on " + SampleRows.SAME_PLACE;

  private static final String PLACE = "s.chain_id, s.block_number, s.log_index";

  /** Very many that are open can lie before one that is not: an index alone passes over them. */
  private static final String WHOLE =
      "select w.* from (%s) p join sample w using (chain_id, block_number, log_index)";

  private final SampleQuery query;
  private final SampleConditions conditions;
  private final boolean open;

  SampleSearch(SampleQuery query) {
    this.query = query;
    this.open = query.criteria().isOfOpen();
    this.conditions = new SampleConditions(query.criteria(), open);
  }

  Map<String, @Nullable Object> values() {
    return conditions.values();
  }

  String page() {
    List<String> columns = order().stream().map(conditions::column).toList();
    if (query.cursor() != null) continueAfter(Cursor.of(query.cursor(), query.question()), columns);
    String direction = query.isDescending() ? " desc" : "";
    String order = String.join(direction + ", ", columns) + direction;
    values().put("limit", query.limit() + 1);
    String rows = "select %s from %s order by %s limit :limit";
    String found = rows.formatted(open ? "o.*" : "s.*", conditions.source(), order);
    if (!open && query.criteria().standing() == ClaimStatus.CLAIMED) {
      found = WHOLE.formatted(rows.formatted(PLACE, conditions.source(), order));
    }
    return "select %s%s%s from %s join emitter e on e.id = s.model_id %s order by %s"
        .formatted(
            SampleRows.COLUMNS,
            SampleRows.TOTAL_COLUMNS,
            OpenState.COLUMNS,
            (open ? FROM_OPEN : FROM_ALL).formatted(found),
            SampleRows.CLAIM_TOTALS,
            order);
  }

  /** Where a page ended. */
  Cursor cursor(Sample last) {
    OpenState state = last.open();
    boolean urgent = query.sort() == Sort.URGENT && state != null;
    return new Cursor(
        last.deposit().amount(),
        urgent ? state.anyoneFrom() : last.blockTime(),
        last.model().chain(),
        last.position().block(),
        last.position().index());
  }

  private List<String> order() {
    boolean oneModel = query.criteria().model() != null;
    List<String> columns = new ArrayList<>();
    switch (query.sort()) {
      case URGENT -> columns.add("anyone_from");
      case NEWEST, OLDEST -> {
        if (!oneModel) columns.add("block_time");
      }
      case LARGEST_DEPOSIT, SMALLEST_DEPOSIT -> {
        columns.add("deposit");
        columns.add("block_time");
      }
    }
    boolean byDeposit = columns.contains("deposit");
    if (!oneModel || byDeposit) columns.add("chain_id");
    columns.add("block_number");
    columns.add("log_index");
    return columns;
  }

  private void continueAfter(Cursor cursor, List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = "after_" + column.substring(2);
      names.add(":" + name);
      values().put(name, value(cursor, column.substring(2)));
    }
    String comparison = query.isDescending() ? "<" : ">";
    conditions.add(
        "(%s) %s (%s)".formatted(String.join(", ", columns), comparison, String.join(", ", names)));
  }

  private static Object value(Cursor cursor, String column) {
    return switch (column) {
      case "deposit" -> new BigDecimal(cursor.deposit());
      case "block_time", "anyone_from" -> cursor.time();
      case "chain_id" -> cursor.chain().value();
      case "block_number" -> cursor.block();
      default -> cursor.index();
    };
  }
}
