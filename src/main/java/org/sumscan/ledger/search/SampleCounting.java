package org.sumscan.ledger.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;

/**
 * Counts samples by claim status: open ones in one query, the others as the rest of a sum that is
 * kept with the rows, or up to a bound.
 */
final class SampleCounting {

  /** Beyond so many open samples, the counts by status are only lower bounds. */
  private static final long MOST_OPEN = 250_000;

  private final JdbcClient database;
  private final SampleCriteria criteria;
  private final SearchFacts facts;
  private final List<ClaimStatus> possible = List.copyOf(OpenState.possible());

  /**
   * @param facts what was looked up for the criteria
   */
  SampleCounting(JdbcClient database, SampleCriteria criteria, SearchFacts facts) {
    this.database = database;
    this.criteria = criteria;
    this.facts = facts;
  }

  /**
   * What was counted.
   *
   * @param open no more than {@link #MOST_OPEN}
   * @param claimed no more than one more than {@link BoundedCount#MOST}
   */
  private record Counted(long open, Map<ClaimStatus, BoundedCount> byStatus, long claimed) {

    SampleCounts and(BoundedCount all, BoundedCount claimed) {
      byStatus.put(ClaimStatus.CLAIMED, claimed);
      return new SampleCounts(all, byStatus);
    }
  }

  SampleCounts counts() {
    boolean openOnly = criteria.agrees() != null;
    boolean summed = criteria.isSummed();
    Counted counted = count(!openOnly && !summed);
    if (openOnly || !summed) {
      return counted.and(bounded(counted.open + counted.claimed), bounded(counted.claimed));
    }
    long all = sum("samples");
    long open = criteria.sender() == null ? sum("open_samples") : counted.open;
    return counted.and(bounded(all), bounded(Math.max(0, all - open)));
  }

  /** In one go, so that all of it together is broken off when it takes too long. */
  private Counted count(boolean claimedToo) {
    SampleConditions open = new SampleConditions(criteria, facts, true);
    String each =
        possible.stream()
            .map(status -> ", count(*) filter (where " + open.hasStatus(status) + ")")
            .collect(Collectors.joining());
    Map<String, @Nullable Object> values = new HashMap<>();
    String claimed = "0";
    if (claimedToo) {
      SampleCriteria rest = criteria.status(ClaimStatus.CLAIMED);
      SampleConditions closed = new SampleConditions(rest, facts, false);
      claimed =
          "(select count(*) from (select 1 from %s limit :mostClaimed) s)"
              .formatted(closed.source());
      values.putAll(closed.values());
      values.put("mostClaimed", BoundedCount.MOST + 1);
    }
    values.putAll(open.values());
    values.put("mostOpen", MOST_OPEN);
    return database
        .sql(
            "select %s, count(*)%s from (select o.* from %s limit :mostOpen) o"
                .formatted(claimed, each, open.source()))
        .params(values)
        .query((row, number) -> counted(row))
        .single();
  }

  private Counted counted(ResultSet row) throws SQLException {
    long open = row.getLong(2);
    Map<ClaimStatus, BoundedCount> byStatus = new EnumMap<>(ClaimStatus.class);
    for (int i = 0; i < possible.size(); i++) {
      BoundedCount found = bounded(row.getLong(3 + i));
      boolean more = found.more() || open == MOST_OPEN;
      byStatus.put(possible.get(i), new BoundedCount(found.value(), more));
    }
    return new Counted(open, byStatus, row.getLong(1));
  }

  /** A sum over the models that the criteria name. */
  private long sum(String column) {
    StringBuilder sql = new StringBuilder("select coalesce(sum(t." + column + "), 0)");
    sql.append(criteria.sender() == null ? " from model_total t" : " from account_total t");
    sql.append(" join emitter e on e.id = t.model_id where e.listed");
    Map<String, Object> values = new java.util.HashMap<>();
    if (criteria.sender() != null) {
      sql.append(" and t.account = :account");
      values.put("account", criteria.sender().bytes());
    }
    if (criteria.chain() != null) {
      sql.append(" and e.chain_id = :chain");
      values.put("chain", criteria.chain().value());
    }
    if (criteria.model() != null) {
      sql.append(" and e.chain_id = :modelChain and e.address = :trainer");
      values.put("modelChain", criteria.model().chain().value());
      values.put("trainer", criteria.model().address().bytes());
    }
    return database.sql(sql.toString()).params(values).query(Long.class).single();
  }

  private static BoundedCount bounded(long count) {
    return new BoundedCount(Math.min(count, BoundedCount.MOST), count > BoundedCount.MOST);
  }
}
