package org.sumscan.api.samples;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;

/**
 * The columns of samples in comma-separated values. Beside each time in seconds stands the same in
 * ISO 8601, and beside each amount in wei the same in ETH, since spreadsheets know neither and
 * round long numbers.
 */
final class SampleColumns {

  private static final List<Column> ALL =
      List.of(
          new Column("chainId", body -> body.name().chainId()),
          new Column("model", body -> body.name().model()),
          new Column("transactionHash", body -> body.name().transactionHash()),
          new Column("logIndex", body -> body.name().logIndex()),
          new Column("blockNumber", body -> body.block().blockNumber()),
          new Column("blockHash", body -> body.block().blockHash()),
          new Column("blockTime", body -> body.block().blockTime()),
          new Column("blockTimeUtc", body -> utc(body.block().blockTime())),
          new Column("key", body -> body.data().key()),
          new Column("addedTime", body -> body.data().addedTime()),
          new Column("addedTimeUtc", body -> utc(body.data().addedTime())),
          new Column("sender", body -> body.data().sender()),
          new Column("classification", body -> body.data().classification()),
          new Column("label", body -> body.data().label()),
          new Column("deposit", body -> body.data().deposit()),
          new Column("depositEth", body -> eth(body.data().deposit())),
          new Column("claimable", body -> body.status().claimable()),
          new Column("claimableEth", body -> eth(body.status().claimable())),
          new Column("status", body -> body.status().status()),
          new Column("refundable", body -> body.status().refundable()),
          new Column("reportable", body -> body.status().reportable()),
          new Column("anyoneCanTake", body -> body.status().anyoneCanTake()),
          new Column("refundableFrom", body -> body.status().refundableFrom()),
          new Column("refundableFromUtc", body -> utc(body.status().refundableFrom())),
          new Column("anyoneCanTakeFrom", body -> body.status().anyoneCanTakeFrom()),
          new Column("anyoneCanTakeFromUtc", body -> utc(body.status().anyoneCanTakeFrom())),
          new Column("agrees", body -> body.agreement().agrees()),
          new Column("answeredAtBlock", body -> body.agreement().answeredAtBlock()),
          new Column("refunds", body -> body.claims().refunds()),
          new Column("refunded", body -> body.claims().refunded()),
          new Column("refundedEth", body -> eth(body.claims().refunded())),
          new Column("reports", body -> body.claims().reports()),
          new Column("reported", body -> body.claims().reported()),
          new Column("reportedEth", body -> eth(body.claims().reported())),
          new Column("features", body -> "[" + String.join(" ", body.data().features()) + "]"));

  private SampleColumns() {}

  private record Column(String name, Function<SampleBody, @Nullable Object> value) {}

  /** The line with the columns' names. */
  static String head() {
    return Csv.line(ALL.stream().map(Column::name).toList());
  }

  /** The line of one sample. */
  static String line(SampleBody body) {
    return Csv.line(ALL.stream().map(column -> text(column.value().apply(body))).toList());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String utc(@Nullable Long seconds) {
    return seconds == null ? "" : Instant.ofEpochSecond(seconds).toString();
  }

  /** Empty for a time that a contract may record and no calendar has. */
  private static String utc(String seconds) {
    BigInteger time = new BigInteger(seconds);
    if (time.bitLength() > 40) return "";
    try {
      return utc(time.longValueExact());
    } catch (DateTimeException beyond) {
      return "";
    }
  }

  private static String eth(String wei) {
    return new Wei(new BigInteger(wei)).toEth();
  }
}
