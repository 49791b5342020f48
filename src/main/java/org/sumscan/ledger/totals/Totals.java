package org.sumscan.ledger.totals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sumscan.kernel.Address;
import org.sumscan.ledger.sql.Sql;

/** The rows that hold the sums over each model's samples and claims, and each account's. */
public final class Totals {

  private Totals() {}

  /** An account's part in a model. */
  private record Share(Address account, int model) {}

  /** Changes of sums, in a fixed order, so that two writers cannot wait for each other. */
  public static final class Changes {

    private final SortedMap<Integer, TotalChange> models = new TreeMap<>();
    private final SortedMap<Share, TotalChange> accounts =
        new TreeMap<>(Comparator.comparing(Share::account).thenComparing(Share::model));

    /** That of a model, by its row id. */
    public TotalChange of(int model) {
      return models.computeIfAbsent(model, id -> new TotalChange());
    }

    /** That of an account's part in a model. */
    public TotalChange of(Address account, int model) {
      return accounts.computeIfAbsent(new Share(account, model), share -> new TotalChange());
    }
  }

  /** Adds changes. */
  public static void add(Connection connection, Changes changes) throws SQLException {
    addToModels(connection, changes.models);
    addToAccounts(connection, changes.accounts);
  }

  private static void addToModels(Connection connection, SortedMap<Integer, TotalChange> changes)
      throws SQLException {
    if (changes.isEmpty()) return;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update model_total set samples = samples + ?, deposited = deposited + ?,
              refunds = refunds + ?, refunded = refunded + ?,
              reports = reports + ?, reported = reported + ?,
              open_samples = open_samples + ?, partly_claimed = partly_claimed + ?,
              changes = changes + 1
            where model_id = ?
            """)) {
      for (Map.Entry<Integer, TotalChange> change : changes.entrySet()) {
        change.getValue().set(statement, 1);
        statement.setInt(9, change.getKey());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void addToAccounts(Connection connection, SortedMap<Share, TotalChange> changes)
      throws SQLException {
    if (changes.isEmpty()) return;
    try (PreparedStatement make =
            connection.prepareStatement(
                """
                insert into account_total (account, model_id) values (?, ?) on conflict do nothing
                """);
        PreparedStatement add =
            connection.prepareStatement(
                """
                update account_total set samples = samples + ?, deposited = deposited + ?,
                  refunds = refunds + ?, refunded = refunded + ?,
                  reports = reports + ?, reported = reported + ?
                where account = ? and model_id = ?
                """)) {
      for (Map.Entry<Share, TotalChange> change : changes.entrySet()) {
        make.setBytes(1, change.getKey().account().bytes());
        make.setInt(2, change.getKey().model());
        make.addBatch();
        change.getValue().setRows(add, 1);
        add.setBytes(7, change.getKey().account().bytes());
        add.setInt(8, change.getKey().model());
        add.addBatch();
      }
      make.executeBatch();
      add.executeBatch();
    }
  }

  /** Counts a model's rows anew. */
  public static void recount(Connection connection, int model) throws SQLException {
    Sql.update(connection, "delete from account_total where model_id = ?", model);
    Sql.update(
        connection,
        """
        insert into account_total (account, model_id, samples, deposited, refunds, refunded,
          reports, reported)
        select account, ?, sum(samples), sum(deposited), sum(refunds), sum(refunded), sum(reports),
          sum(reported)
        from (
          select sender as account, count(*) as samples, sum(deposit) as deposited, 0 as refunds,
            0 as refunded, 0 as reports, 0 as reported
          from sample where model_id = ? group by sender
          union all
          select claimant, 0, 0, count(*) filter (where kind = 'refund'),
            coalesce(sum(amount) filter (where kind = 'refund'), 0),
            count(*) filter (where kind = 'report'),
            coalesce(sum(amount) filter (where kind = 'report'), 0)
          from claim where model_id = ? group by claimant) rows
        group by account
        """,
        model,
        model,
        model);
    Sql.update(
        connection,
        """
        insert into model_total as t
          (model_id, samples, deposited, refunds, refunded, reports, reported)
        select ?, coalesce(sum(samples), 0), coalesce(sum(deposited), 0),
          coalesce(sum(refunds), 0), coalesce(sum(refunded), 0), coalesce(sum(reports), 0),
          coalesce(sum(reported), 0)
        from account_total where model_id = ?
        on conflict (model_id) do update set samples = excluded.samples,
          deposited = excluded.deposited, refunds = excluded.refunds,
          refunded = excluded.refunded, reports = excluded.reports, reported = excluded.reported
        """,
        model,
        model);
  }
}
