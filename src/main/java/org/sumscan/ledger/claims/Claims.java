package org.sumscan.ledger.claims;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.sql.Columns;
import org.sumscan.ledger.sql.Cursor;

/** The refunds and reports of listed models; what anyone else announces is not here. */
@Repository
public class Claims {

  private static final String SELECT =
      """
      select c.chain_id, c.block_number, c.log_index, e.address, c.kind, c.transaction_hash,
        c.block_time, c.claimant, c.amount, l.sample_transaction, l.sample_index
      from %s c join emitter e on e.id = c.model_id
      left join lateral (select sample_transaction, sample_index from linked_claim l
        where l.chain_id = c.chain_id and l.block_number = c.block_number
          and l.log_index = c.log_index) l on true
      """;

  private final JdbcClient database;

  /** Works on that database. */
  public Claims(JdbcClient database) {
    this.database = database;
  }

  /** What was claimed of one sample, in the order of the chain. */
  public List<Claim> ofSample(LogRef sample) {
    return database
        .sql(
            SELECT.formatted(
                    """
                    (select l.* from sample s join linked_claim l on l.model_id = s.model_id
                      and l.sample_key = s.sample_key and l.sample_block = s.block_number
                      and l.sample_index = s.log_index
                    where s.transaction_hash = :transaction and s.log_index = :index
                      and s.chain_id = :chain)
                    """)
                + " order by c.block_number, c.log_index")
        .param("transaction", sample.transaction().bytes())
        .param("index", sample.index())
        .param("chain", sample.chain().value())
        .query((row, number) -> claim(row))
        .list();
  }

  /** What was claimed by one transaction of a block, in the order of the chain. */
  public List<Claim> ofTransaction(ChainId chain, long block, Hash32 transaction) {
    return database
        .sql(
            SELECT.formatted(
                    """
                    (select c.* from claim c where c.chain_id = :chain
                      and c.block_number = :block and c.transaction_hash = :transaction)
                    """)
                + " order by c.log_index")
        .param("chain", chain.value())
        .param("block", block)
        .param("transaction", transaction.bytes())
        .query((row, number) -> claim(row))
        .list();
  }

  /**
   * Finds claims, the newest first.
   *
   * @throws InvalidCursor if the cursor was not given out for this search
   */
  public ClaimPage search(ClaimQuery query) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    Map<String, Object> values = new LinkedHashMap<>();
    filter(query, conditions, values);
    String question = "claims" + query.model() + query.claimant() + query.kind();
    if (query.cursor() != null) after(Cursor.of(query.cursor(), question), conditions, values);
    values.put("limit", query.limit() + 1);
    String order =
        " order by c.block_time desc, c.chain_id desc, c.block_number desc, c.log_index desc";
    String found =
        "(select c.* from claim c where "
            + String.join(" and ", conditions)
            + order
            + " limit :limit)";
    List<Claim> claims =
        database
            .sql(SELECT.formatted(found) + order)
            .params(values)
            .query((row, number) -> claim(row))
            .list();
    if (claims.size() <= query.limit()) return new ClaimPage(claims, null);
    Claim last = claims.get(query.limit() - 1);
    Cursor next =
        new Cursor(
            BigInteger.ZERO,
            last.blockTime(),
            last.model().chain(),
            last.position().block(),
            last.position().index());
    return new ClaimPage(claims.subList(0, query.limit()), next.text(question));
  }

  private static void filter(
      ClaimQuery query, List<String> conditions, Map<String, Object> values) {
    if (query.model() != null) {
      conditions.add(
          "c.model_id = (select id from emitter"
              + " where chain_id = :chain and address = :trainer and listed)");
      values.put("chain", query.model().chain().value());
      values.put("trainer", query.model().address().bytes());
    }
    if (query.claimant() != null) {
      conditions.add("c.claimant = :claimant");
      values.put("claimant", query.claimant().bytes());
    }
    if (query.kind() != null) {
      conditions.add("c.kind = :kind");
      values.put("kind", query.kind().text());
    }
  }

  private static void after(Cursor cursor, List<String> conditions, Map<String, Object> values) {
    conditions.add(
        "(c.block_time, c.chain_id, c.block_number, c.log_index)"
            + " < (:afterTime, :afterChain, :afterBlock, :afterIndex)");
    values.put("afterTime", cursor.time());
    values.put("afterChain", cursor.chain().value());
    values.put("afterBlock", cursor.block());
    values.put("afterIndex", cursor.index());
  }

  private static Claim claim(ResultSet row) throws SQLException {
    ChainId chain = new ChainId(row.getLong(1));
    byte[] sample = row.getBytes(10);
    LogPosition position = new LogPosition(row.getLong(2), row.getInt(3));
    return new Claim(
        Claim.Kind.named(row.getString(5)),
        new ModelId(chain, Address.of(row.getBytes(4))),
        new LogRef(chain, Hash32.of(row.getBytes(6)), position.index()),
        position,
        row.getLong(7),
        Address.of(row.getBytes(8)),
        Columns.wei(row, 9),
        sample == null ? null : new LogRef(chain, Hash32.of(sample), row.getInt(11)));
  }
}
