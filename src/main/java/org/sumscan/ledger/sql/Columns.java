package org.sumscan.ledger.sql;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sumscan.kernel.Wei;

/** Reads values of rows that JDBC has no type for. */
public final class Columns {

  private Columns() {}

  /** An amount, in wei. */
  public static Wei wei(ResultSet row, int column) throws SQLException {
    BigInteger amount = row.getBigDecimal(column).toBigInteger();
    return new Wei(amount);
  }

  /**
   * Features, of which the array was asked for in its binary form. It has dimensions, a flag, the
   * type, then length and lower bound, then each with its own length.
   */
  public static long[] features(byte[] sent) {
    ByteBuffer array = ByteBuffer.wrap(sent);
    if (array.getInt() == 0) return new long[0];
    array.getLong();
    long[] values = new long[array.getInt()];
    array.getInt();
    for (int i = 0; i < values.length; i++) {
      array.getInt();
      values[i] = array.getLong();
    }
    return values;
  }
}
