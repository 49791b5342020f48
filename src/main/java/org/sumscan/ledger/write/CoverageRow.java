package org.sumscan.ledger.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;

/**
 * A row that says that some blocks are indexed.
 *
 * @param endpoint the hosts that they came from
 * @param logs how many logs these gave
 */
record CoverageRow(
    BlockRange range, Hash32 parent, Last last, String endpoint, long logs, Standing standing) {

  /** Its columns besides the chain, in the order of {@link #values}. */
  static final String COLUMNS =
      "from_block, to_block, from_parent, to_hash, to_time, endpoint, logs, proof, doubted_block,"
          + " checked_at";

  /** Ranges of fewer blocks are joined whatever their levels. */
  private static final int SHORT = 128;

  private static final String HOSTS = ", ";

  /** The last of the blocks. */
  record Last(Hash32 hash, long time) {

    static Last of(BlockHeader header) {
      return new Last(header.hash(), header.time());
    }
  }

  /**
   * How sure it is that nothing is missing.
   *
   * @param doubted the first block that may hold logs which no endpoint gives
   * @param checked when an audit last could not make it surer; null before it has tried
   */
  record Standing(ProofLevel proof, @Nullable Long doubted, @Nullable Timestamp checked) {

    /** Nobody has looked at it since it was fetched. */
    static Standing fetched(ProofLevel proof) {
      return new Standing(proof, null, null);
    }

    Standing weaker(Standing other) {
      return new Standing(
          proof.weaker(other.proof),
          doubted == null ? other.doubted : doubted,
          checked == null || other.checked == null ? null : checked);
    }

    boolean isLike(Standing other) {
      return proof == other.proof && (doubted == null) == (other.doubted == null);
    }
  }

  static CoverageRow read(ResultSet row) throws SQLException {
    return new CoverageRow(
        new BlockRange(row.getLong(1), row.getLong(2)),
        Hash32.of(row.getBytes(3)),
        new Last(Hash32.of(row.getBytes(4)), row.getLong(5)),
        row.getString(6),
        row.getLong(7),
        new Standing(
            ProofLevel.named(row.getString(8)),
            row.getObject(9, Long.class),
            row.getTimestamp(10)));
  }

  /** What is written for a chain. */
  @Nullable Object[] values(ChainId chain) {
    return new @Nullable Object[] {
      chain.value(),
      range.from(),
      range.to(),
      parent.bytes(),
      last.hash().bytes(),
      last.time(),
      endpoint,
      logs,
      standing.proof().text(),
      standing.doubted(),
      standing.checked()
    };
  }

  /** The blocks after one of them. */
  CoverageRow after(BlockHeader block) {
    BlockRange rest = new BlockRange(block.number() + 1, range.to());
    return new CoverageRow(rest, block.hash(), last, endpoint, logs, standing);
  }

  /**
   * Whether it is written as one row with the next. Single blocks of all kinds in turn are: else
   * they could never be joined. What an audit has raised, a window at a time, is longer than that.
   */
  boolean isJoinedWith(CoverageRow next) {
    if (range.to() + 1 != next.range.from() || !last.hash().equals(next.parent)) return false;
    return standing.isLike(next.standing) || range.length() < SHORT && next.range.length() < SHORT;
  }

  /** Both as one row, as sure as the less sure of the two. */
  CoverageRow joined(CoverageRow next) {
    return new CoverageRow(
        new BlockRange(range.from(), next.range.to()),
        parent,
        next.last,
        hosts(next),
        logs + next.logs,
        standing.weaker(next.standing));
  }

  /** All that had a part in it: they take turns, so that rows of each alone would pile up. */
  private String hosts(CoverageRow next) {
    if (endpoint.equals(next.endpoint)) return endpoint;
    Set<String> hosts = new TreeSet<>(List.of(endpoint.split(HOSTS)));
    hosts.addAll(List.of(next.endpoint.split(HOSTS)));
    return String.join(HOSTS, hosts);
  }
}
