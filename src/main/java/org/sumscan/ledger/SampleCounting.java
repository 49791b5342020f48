package org.sumscan.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts samples by where they stand: what is open is looked at in one go, what is not is the rest
 * of a sum that is kept with the rows, or counted no further than it is told.
 */
final class SampleCounting {

  /** Beyond so many open samples, the counts of where they stand are only lower bounds. */
  private static final long MOST_OPEN = 250_000;

  private final JdbcClient database;
  private final SampleCriteria criteria;

  SampleCounting(JdbcClient database, SampleCriteria criteria) {
    this.database = database;
    this.criteria = criteria;
  }

  SampleCounts counts() {
    Map<ClaimStatus, BoundedCount> counts = new EnumMap<>(ClaimStatus.class);
    long open = countOpen(counts);
    if (criteria.agrees() != null) {
      counts.put(ClaimStatus.CLAIMED, bounded(0));
      return new SampleCounts(bounded(open), counts);
    }
    if (criteria.isSummed()) {
      long all = sum("samples");
      long stillOpen = criteria.sender() == null ? sum("open_samples") : open;
      counts.put(ClaimStatus.CLAIMED, bounded(Math.max(0, all - stillOpen)));
      return new SampleCounts(bounded(all), counts);
    }
    counts.put(ClaimStatus.CLAIMED, count(criteria.standing(ClaimStatus.CLAIMED)));
    return new SampleCounts(count(criteria), counts);
  }

  private long countOpen(Map<ClaimStatus, BoundedCount> counts) {
    SampleConditions conditions = new SampleConditions(criteria, true);
    List<ClaimStatus> possible = List.copyOf(OpenState.possible());
    String each =
        possible.stream()
            .map(standing -> ", count(*) filter (where " + conditions.standsOpen(standing) + ")")
            .collect(Collectors.joining());
    conditions.values().put("most", MOST_OPEN);
    return database
        .sql(
            "select count(*)%s from (select o.* from %s limit :most) o"
                .formatted(each, conditions.source()))
        .params(conditions.values())
        .query(
            (row, number) -> {
              boolean all = row.getLong(1) < MOST_OPEN;
              for (int i = 0; i < possible.size(); i++) {
                long found = row.getLong(2 + i);
                BoundedCount exact = bounded(found);
                counts.put(possible.get(i), all ? exact : new BoundedCount(exact.value(), true));
              }
              return row.getLong(1);
            })
        .single();
  }

  private BoundedCount count(SampleCriteria which) {
    SampleConditions conditions = new SampleConditions(which, false);
    conditions.values().put("most", BoundedCount.MOST + 1);
    return bounded(
        database
            .sql(
                "select count(*) from (select 1 from %s limit :most) c"
                    .formatted(conditions.source()))
            .params(conditions.values())
            .query(Long.class)
            .single());
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
