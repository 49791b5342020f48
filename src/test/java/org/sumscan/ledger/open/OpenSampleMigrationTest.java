package org.sumscan.ledger.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.KnownMechanism;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;
import org.sumscan.testing.TestDatabase;

/** A database of before stored rules gets, for its open samples, what their rules say. */
class OpenSampleMigrationTest {

  private static final Waits WAITS = new Waits(100, 150, 160);
  private static final UInt256 ADDED = UInt256.of(1_000);

  private static final Set<KnownMechanism> KNOWN_THEN =
      EnumSet.range(KnownMechanism.STAKEABLE_1, KnownMechanism.POINTS_2);

  private final List<String> expected = new ArrayList<>();

  @Test
  void fillsInWhatTheRulesSay() {
    try (TestDatabase database = TestDatabase.create()) {
      Flyway.configure().dataSource(database.dataSource()).cleanDisabled(false).load().clean();
      migrate(database, "12");
      for (KnownMechanism mechanism : KNOWN_THEN) {
        for (int claims = 0; claims < 4; claims++) {
          open(database, mechanism, claims % 2, claims / 2);
        }
      }
      migrate(database, "latest");
      assertThat(expected).hasSize(8);
      assertThat(rows(database)).isEqualTo(expected);
    }
  }

  /** Adds a sample as the earlier version kept it, if it kept it. */
  private void open(TestDatabase database, KnownMechanism mechanism, int refunds, int reports) {
    Wei deposit = Wei.of(mechanism.hasDeposits() ? 30 : 0);
    Wei left = refunds > 0 ? Wei.ZERO : Wei.of(mechanism.hasDeposits() ? 30 - reports : 0);
    ClaimTerms terms = new ClaimTerms(mechanism.rules(), WAITS);
    OpenClaims claims = OpenClaims.of(terms, ADDED, left, refunds, reports);
    if (!claims.any()) return;
    database
        .jdbc()
        .sql(
            """
            insert into open_sample (chain_id, block_number, log_index, model_id, block_time,
              sender, label, deposit, claimable, refund_from, report_from, anyone_from, refunds,
              reports)
            values (7, 1, ?, ?, 1000, decode(repeat('01', 20), 'hex'), 0, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            expected.size(),
            mechanism.ordinal(),
            deposit.amount(),
            left.amount(),
            claims.refundFrom(),
            claims.reportFrom(),
            claims.anyoneFrom(),
            refunds,
            reports)
        .update();
    expected.add(
        mechanism.ordinal()
            + " "
            + claims.remaining().refund()
            + " "
            + claims.remaining().report()
            + " "
            + claims.reportNeedsValidSamples());
  }

  private static List<String> rows(TestDatabase database) {
    return database
        .jdbc()
        .sql(
            """
            select concat_ws(' ', model_id, refund_possible::text, report_possible::text,
              report_needs_valid_samples::text)
            from open_sample order by log_index
            """)
        .query(String.class)
        .list();
  }

  private static void migrate(TestDatabase database, String target) {
    Flyway.configure().dataSource(database.dataSource()).target(target).load().migrate();
  }
}
