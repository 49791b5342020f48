package org.sumscan.ledger.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleQuery.Sort;
import org.sumscan.ledger.sql.Cursor;

/**
 * The SQL of one page of a search, in an order that an index has. Within one model the order of the
 * chain is the order of time.
 */
final class SampleSearch {

  private static final String FROM_OPEN = "(%s) o join sample s on " + SampleRowMapper.SAME_PLACE;
  private static final String FROM_ALL =
      "(%s) s left join open_sample o on " + SampleRowMapper.SAME_PLACE;

  private static final String ROWS = "select %s from %s order by %s limit :limit";

  /** Thousands of open rows may precede the first settled one; read keys from the index only. */
  private static final String WHOLE =
      "select w.* from (%s) p join sample w using (chain_id, block_number, log_index)";

  /** Pigeonhole: among open + 1 newest rows at least one is settled; start there. */
  private static final String BEHIND_OPEN =
      """
      (%1$s) <= (
        select %1$s from (
          select %1$s from %2$s order by %3$s
          limit (select coalesce(sum(open_samples), 0) + 1 from model_total%4$s)::bigint) s
        where %5$s order by %3$s limit 1)\
      """;

  private final SampleQuery query;
  private final SearchFacts facts;
  private final SampleConditions conditions;
  private final boolean open;

  /**
   * @param facts what was looked up for the query's criteria
   */
  SampleSearch(SampleQuery query, SearchFacts facts) {
    this.query = query;
    this.facts = facts;
    this.open = query.criteria().isOfOpen();
    this.conditions = new SampleConditions(query.criteria(), facts, open);
  }

  Map<String, @Nullable Object> values() {
    return conditions.values();
  }

  String page() {
    List<String> columns = order().stream().map(conditions::column).toList();
    if (query.cursor() != null) continueAfter(Cursor.of(query.cursor(), query.question()), columns);
    String direction = query.isDescending() ? " desc" : "";
    String order = String.join(direction + ", ", columns) + direction;
    if (newestAreOpen()) conditions.add(behindOpen(columns, order));
    values().put("limit", query.limit() + 1);
    String found =
        query.criteria().status() == ClaimStatus.CLAIMED && !open
            ? WHOLE.formatted(claimedPlaces(order))
            : ROWS.formatted(open ? "o.*" : "s.*", conditions.source(), order);
    return "select %s%s%s from %s join emitter e on e.id = s.model_id %s order by %s"
        .formatted(
            SampleRowMapper.COLUMNS,
            SampleRowMapper.TOTAL_COLUMNS,
            SampleRowMapper.OPEN_COLUMNS,
            (open ? FROM_OPEN : FROM_ALL).formatted(found),
            SampleRowMapper.CLAIM_TOTALS,
            order);
  }

  private String claimedPlaces(String order) {
    List<String> columns = new ArrayList<>(List.of(conditions.chain() + " as chain_id"));
    order().stream()
        .filter(column -> !column.equals("chain_id"))
        .map(conditions::column)
        .forEach(columns::add);
    return ROWS.formatted(String.join(", ", columns), conditions.source(), order);
  }

  /** Whether what is asked for may lie behind nearly all that is open. */
  private boolean newestAreOpen() {
    SampleCriteria criteria = query.criteria();
    boolean settled = criteria.status() == ClaimStatus.CLAIMED || criteria.claimed() != null;
    return settled
        && !open
        && !facts.fewClaims()
        && query.sort() == Sort.NEWEST
        && query.cursor() == null
        && criteria.sender() == null
        && criteria.time().to() == null
        && criteria.blocks().to() == null;
  }

  /** The newest place that can match: all are held at once against what is open, not one by one. */
  private String behindOpen(List<String> columns, String order) {
    SampleCriteria criteria = query.criteria();
    SampleConditions all =
        new SampleConditions(
            new SampleCriteria.Builder().model(criteria.model()).chain(criteria.chain()).build(),
            facts,
            false);
    values().putAll(all.values());
    List<String> passed = new ArrayList<>(List.of("true"));
    String ofModel = "";
    if (criteria.model() != null) {
      ofModel = " where model_id = :model";
      passed.add("model_id = :model");
    }
    if (criteria.status() == null) {
      passed.add(criteria.claimed() == Claim.Kind.REFUND ? "refunds = 0" : "reports = 0");
    }
    String open = "(select * from open_sample where " + String.join(" and ", passed) + ")";
    return BEHIND_OPEN.formatted(
        String.join(", ", columns), all.source(), order, ofModel, all.isNotIn(open));
  }

  /** Where a page ended. */
  Cursor cursor(Sample last) {
    OpenState state = last.open();
    long time =
        query.sort() == Sort.URGENT && state != null ? state.anyoneFrom() : last.blockTime();
    return new Cursor(
        last.deposit().amount(),
        time,
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
