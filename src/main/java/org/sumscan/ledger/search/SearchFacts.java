package org.sumscan.ledger.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;

/**
 * What is looked up before a search, so that the database can plan it well.
 *
 * @param model the number that the criteria's model has in the database, told by value, so that the
 *     statistics say whether it has most of all samples or next to none; -1 where no listed model
 *     is named
 * @param fewClaims whether the claims that the criteria ask for are so few that it is better to
 *     begin with them than to look at samples in their order
 */
record SearchFacts(int model, boolean fewClaims) {

  private static final int NO_MODEL = -1;
  private static final int FEW = 20_000;

  /** Looks up what bears on criteria. */
  static SearchFacts of(SampleCriteria criteria, JdbcClient database) {
    int model = model(criteria.model(), database);
    return new SearchFacts(
        model, criteria.claimed() != null && claims(criteria, model, database) <= FEW);
  }

  private static int model(@Nullable ModelId model, JdbcClient database) {
    if (model == null) return NO_MODEL;
    return database
        .sql("select id from emitter where chain_id = ? and address = ? and listed")
        .params(model.chain().value(), model.address().bytes())
        .query(Integer.class)
        .optional()
        .orElse(NO_MODEL);
  }

  /** Counted no further than to one more than few, where no sum is kept. */
  private static long claims(SampleCriteria criteria, int model, JdbcClient database) {
    boolean refunds = criteria.claimed() == Claim.Kind.REFUND;
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select coalesce(sum(n), 0) from (select ");
    if (criteria.sender() == null) {
      sql.append(refunds ? "refunds" : "reports").append(" as n from model_total where true");
    } else {
      sql.append(
          refunds
              ? "refunds as n from account_total where account = ?"
              : "1 as n from claim where kind = 'report' and author = ?");
      values.add(criteria.sender().bytes());
    }
    if (criteria.model() != null) {
      sql.append(" and model_id = ?");
      values.add(model);
    }
    sql.append(" limit ").append(FEW + 1).append(") c");
    return database.sql(sql.toString()).params(values).query(Long.class).single();
  }
}
