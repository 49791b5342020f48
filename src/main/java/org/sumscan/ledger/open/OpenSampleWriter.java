package org.sumscan.ledger.open;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.sql.Columns;
import org.sumscan.ledger.sql.Sql;

/**
 * Makes rows of open samples anew: reads samples with the claims linked to them, lets their
 * mechanisms say what can still be claimed, and writes all of it with one statement.
 */
final class OpenSampleWriter {

  /**
   * Samples at places that {@code touched} answers, with the sums of their claims. {@code model_id
   * + 0} keeps the database from reading all of the model's rows for each sample.
   */
  private static final String READ =
      """
      select s.block_number, s.log_index, s.model_id, s.added_time, s.deposit, c.paid, c.refunds,
        c.reports,
        p.incentive_rules in (%s) and exists (
          select 1 from sample n where n.sample_key = s.sample_key and n.model_id + 0 = s.model_id
            and (n.block_number, n.log_index) > (s.block_number, s.log_index)) as replaced,
        p.incentive_rules, p.refund_wait, p.owner_claim_wait, p.any_address_claim_wait, s.chain_id
      from (%s) t
      join sample s using (chain_id, block_number, log_index)
      join part p on p.model_id = s.model_id and p.incentive_rules is not null
      cross join lateral (
        select coalesce(sum(l.amount), 0) as paid,
          count(*) filter (where l.kind = 'refund') as refunds,
          count(*) filter (where l.kind = 'report') as reports
        from linked_claim l where l.model_id = s.model_id and l.sample_key = s.sample_key
          and l.sample_block = s.block_number and l.sample_index = s.log_index) c
      """;

  private static final String WRITE =
      """
      with n as (
        select cast(? as bigint) as chain_id, u.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as u (block_number, log_index, model_id, is_open, claimable, refund_from, report_from,
            anyone_from, refund_possible, report_possible, report_needs_valid_samples, refunds,
            reports)),
      before as (
        select o.model_id, count(*) as samples,
          count(*) filter (where o.refunds + o.reports > 0) as partly
        from open_sample o join n using (chain_id, block_number, log_index)
        group by o.model_id),
      closed as (
        delete from open_sample o using n
        where not n.is_open and o.chain_id = n.chain_id and o.block_number = n.block_number
          and o.log_index = n.log_index),
      opened as (
        insert into open_sample as o (chain_id, block_number, log_index, model_id, block_time,
          sender, label, deposit, claimable, refund_from, report_from, anyone_from, refund_possible,
          report_possible, report_needs_valid_samples, refunds, reports)
        select chain_id, block_number, log_index, s.model_id, s.block_time, s.sender, s.label,
          s.deposit, n.claimable, n.refund_from, n.report_from, n.anyone_from, n.refund_possible,
          n.report_possible, n.report_needs_valid_samples, n.refunds, n.reports
        from n join sample s using (chain_id, block_number, log_index) where n.is_open
        on conflict (chain_id, block_number, log_index) do update set
          claimable = excluded.claimable, refund_from = excluded.refund_from,
          report_from = excluded.report_from, anyone_from = excluded.anyone_from,
          refund_possible = excluded.refund_possible, report_possible = excluded.report_possible,
          report_needs_valid_samples = excluded.report_needs_valid_samples,
          refunds = excluded.refunds, reports = excluded.reports
        where (o.claimable, o.refund_from, o.report_from, o.anyone_from, o.refund_possible,
            o.report_possible, o.report_needs_valid_samples, o.refunds, o.reports)
          <> (excluded.claimable, excluded.refund_from, excluded.report_from, excluded.anyone_from,
            excluded.refund_possible, excluded.report_possible,
            excluded.report_needs_valid_samples, excluded.refunds, excluded.reports)),
      authors as (
        update claim c set author = a.sender
        from (select l.chain_id, l.block_number, l.log_index, s.sender
          from n
          join sample s using (chain_id, block_number, log_index)
          join linked_claim l on l.model_id = s.model_id and l.sample_key = s.sample_key
            and l.sample_block = s.block_number and l.sample_index = s.log_index) a
        where c.chain_id = a.chain_id and c.block_number = a.block_number
          and c.log_index = a.log_index and c.author is distinct from a.sender),
      after as (
        select model_id, count(*) as samples,
          count(*) filter (where refunds + reports > 0) as partly
        from n where is_open group by model_id)
      update model_total t set
        open_samples = t.open_samples + coalesce(a.samples, 0) - coalesce(b.samples, 0),
        partly_claimed = t.partly_claimed + coalesce(a.partly, 0) - coalesce(b.partly, 0),
        changes = t.changes + 1
      from before b full join after a using (model_id)
      where t.model_id = coalesce(a.model_id, b.model_id)
      """;

  /** A listed model can have millions of samples: so many are held in memory at once. */
  private static final int AT_ONCE = 10_000;

  private final Connection connection;
  private final Map<Integer, ClaimTerms> terms = new HashMap<>();
  private long chain;

  OpenSampleWriter(Connection connection) {
    this.connection = connection;
  }

  /** A sample's row as it must be. */
  private record Row(
      long block,
      int index,
      int model,
      boolean isOpen,
      Wei claimable,
      int refunds,
      int reports,
      OpenClaims claims) {}

  /**
   * Makes the rows of one chain's samples anew.
   *
   * @param touched SQL that answers their chain, block and log index
   */
  void refresh(String touched, Object... parameters) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(READ.formatted(replacingMechanisms(), touched))) {
      for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
      statement.setFetchSize(AT_ONCE);
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
          if (rows.size() == AT_ONCE) write(rows);
        }
      }
      write(rows);
    }
  }

  /** The mechanisms under which a sample can take over the record of an equal one, as SQL text. */
  static String replacingMechanisms() {
    return Mechanisms.namesOf(Mechanism::equalSampleReplaces).stream()
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", "));
  }

  private Row row(ResultSet row) throws SQLException {
    chain = row.getLong(14);
    int model = row.getInt(3);
    ClaimTerms by = terms.get(model);
    if (by == null) terms.put(model, by = terms(row, 10));
    Wei deposit = Columns.wei(row, 5);
    Wei paid = Columns.wei(row, 6);
    Wei claimable = deposit.minus(paid.min(deposit));
    int refunds = row.getInt(7);
    int reports = row.getInt(8);
    UInt256 added = new UInt256(row.getBigDecimal(4).toBigInteger());
    OpenClaims claims = OpenClaims.of(by, added, claimable, refunds, reports);
    boolean isOpen = claims.any() && !row.getBoolean(9);
    return new Row(
        row.getLong(1), row.getInt(2), model, isOpen, claimable, refunds, reports, claims);
  }

  /** What a model's claims go by, read from a column of {@code part} on. */
  private static ClaimTerms terms(ResultSet row, int from) throws SQLException {
    return new ClaimTerms(
        Mechanisms.named(row.getString(from)).orElseThrow(),
        new Waits(row.getLong(from + 1), row.getLong(from + 2), row.getLong(from + 3)));
  }

  /** Writes rows and empties the list. */
  private void write(List<Row> rows) throws SQLException {
    if (rows.isEmpty()) return;
    Sql.update(
        connection,
        WRITE,
        chain,
        array("bigint", rows, Row::block),
        array("integer", rows, Row::index),
        array("integer", rows, Row::model),
        array("boolean", rows, Row::isOpen),
        array("numeric", rows, row -> new BigDecimal(row.claimable().amount())),
        array("bigint", rows, row -> row.claims().refundFrom()),
        array("bigint", rows, row -> row.claims().reportFrom()),
        array("bigint", rows, row -> row.claims().anyoneFrom()),
        array("boolean", rows, row -> row.claims().remaining().refund()),
        array("boolean", rows, row -> row.claims().remaining().report()),
        array("boolean", rows, row -> row.claims().reportNeedsValidSamples()),
        array("integer", rows, Row::refunds),
        array("integer", rows, Row::reports));
    rows.clear();
  }

  private Array array(String type, List<Row> rows, Function<Row, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
