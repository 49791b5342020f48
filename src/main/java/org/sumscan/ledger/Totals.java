package org.sumscan.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;

/** The rows that hold the sums over each model's samples and claims. */
final class Totals {

  private Totals() {}

  /** Adds changes, in the order of the models, so that two writers cannot wait for each other. */
  static void add(Connection connection, SortedMap<Integer, TotalChange> changes)
      throws SQLException {
    if (changes.isEmpty()) return;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update model_total set samples = samples + ?, deposited = deposited + ?,
              refunds = refunds + ?, refunded = refunded + ?,
              reports = reports + ?, reported = reported + ?
            where model_id = ?
            """)) {
      for (Map.Entry<Integer, TotalChange> change : changes.entrySet()) {
        change.getValue().set(statement, 1);
        statement.setInt(7, change.getKey());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Counts a model's rows anew. */
  static void recount(Connection connection, int model) throws SQLException {
    Sql.update(
        connection,
        """
        insert into model_total as t
          (model_id, samples, deposited, refunds, refunded, reports, reported)
        select ?, s.count, s.sum, c.refunds, c.refunded, c.reports, c.reported from
          (select count(*), coalesce(sum(deposit), 0) as sum from sample where model_id = ?) s,
          (select count(*) filter (where kind = 'refund') as refunds,
             coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunded,
             count(*) filter (where kind = 'report') as reports,
             coalesce(sum(amount) filter (where kind = 'report'), 0) as reported
           from claim where model_id = ?) c
        on conflict (model_id) do update set samples = excluded.samples,
          deposited = excluded.deposited, refunds = excluded.refunds,
          refunded = excluded.refunded, reports = excluded.reports, reported = excluded.reported
        """,
        model,
        model,
        model);
  }
}
