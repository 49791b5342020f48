package org.sumscan.originals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** Reads originals as they are stored. */
final class OriginalRows {

  static final String COLUMNS =
      "chain_id, transaction_hash, log_index, trainer, kind, state, variant, content, received_at";

  private OriginalRows() {}

  static Original read(ResultSet row, int number) throws SQLException {
    byte[] content = row.getBytes("content");
    return new Original(
        new LogRef(
            new ChainId(row.getLong("chain_id")),
            Hash32.of(row.getBytes("transaction_hash")),
            row.getInt("log_index")),
        new ModelId(new ChainId(row.getLong("chain_id")), Address.of(row.getBytes("trainer"))),
        match(row.getString("state"), row.getString("variant")),
        content == null ? null : Content.stored(row.getString("kind"), content),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  private static Match match(String state, String variant) {
    return switch (state) {
      case "matches" -> new Match.Matches(Variant.named(variant));
      case "differs" -> new Match.Differs();
      default -> new Match.Unknown();
    };
  }

  static String state(Match match) {
    return switch (match) {
      case Match.Matches matches -> "matches";
      case Match.Differs differs -> "differs";
      case Match.Unknown unknown -> "unknown";
    };
  }

  static Timestamp time(java.time.Instant instant) {
    return Timestamp.from(instant);
  }
}
