package org.sumscan.ledger.totals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sumscan.ledger.Claim;

/** By how much the sums over a model's rows change. */
public final class TotalChange {

  private long samples;
  private BigInteger deposited = BigInteger.ZERO;
  private long refunds;
  private BigInteger refunded = BigInteger.ZERO;
  private long reports;
  private BigInteger reported = BigInteger.ZERO;
  private long open;
  private long partlyClaimed;

  /** One more sample. */
  public void sample(BigInteger deposit) {
    samples++;
    if (deposit.signum() != 0) deposited = deposited.add(deposit);
  }

  /** So many more samples, with the sum of their deposits; fewer if negative. */
  public void samples(long count, BigInteger deposits) {
    samples += count;
    deposited = deposited.add(deposits);
  }

  /** So many more claims, with the sum of what they paid; fewer if negative. */
  public void claims(Claim.Kind kind, long count, BigInteger amount) {
    if (kind == Claim.Kind.REFUND) {
      refunds += count;
      refunded = refunded.add(amount);
    } else {
      reports += count;
      reported = reported.add(amount);
    }
  }

  /** So many more samples are open, of which so many are claimed from in part. */
  public void opened(long count, long partly) {
    open += count;
    partlyClaimed += partly;
  }

  /** Writes the change into a statement, from a parameter on. */
  void set(PreparedStatement statement, int from) throws SQLException {
    setRows(statement, from);
    statement.setLong(from + 6, open);
    statement.setLong(from + 7, partlyClaimed);
  }

  /** The same without what is open. */
  void setRows(PreparedStatement statement, int from) throws SQLException {
    statement.setLong(from, samples);
    statement.setBigDecimal(from + 1, new BigDecimal(deposited));
    statement.setLong(from + 2, refunds);
    statement.setBigDecimal(from + 3, new BigDecimal(refunded));
    statement.setLong(from + 4, reports);
    statement.setBigDecimal(from + 5, new BigDecimal(reported));
  }
}
