package org.sumscan.ledger.claims;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.sql.ChainLock;
import org.sumscan.ledger.sql.Columns;
import org.sumscan.ledger.sql.DatabaseTransaction;
import org.sumscan.ledger.sql.Sql;

/**
 * Claims that no event of ours links to a sample, until someone has looked at their transaction.
 */
@Repository
public class ClaimLinks {

  private static final String CANDIDATES =
      """
      select s.sample_key, s.sender, array_send(s.features), s.label, s.added_time, s.deposit,
        t.claims_here, t.paid_here
      from open_sample o join sample s using (chain_id, block_number, log_index)
      cross join lateral (
        select count(*) as claims_here, coalesce(sum(l.amount), 0) as paid_here
        from linked_claim l where l.model_id = s.model_id and l.sample_key = s.sample_key
          and l.sample_block = s.block_number and l.sample_index = s.log_index
          and l.block_number = :block) t
      where o.model_id = :model and (o.block_number, o.log_index) < (:block, :index)
        and (:kind <> 'refund' or o.sender = :claimant) and o.claimable >= :amount
      limit :limit
      """;

  private final DataSource source;
  private final JdbcClient database;

  /** Works on that database. */
  public ClaimLinks(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  /** How the sample of a claim came to be known. */
  public enum LinkMethod {
    /** The transaction's own input names it. */
    INPUT("input"),
    /** The data handler's record before and after leaves no other. */
    RECORD("record"),
    /** A trace of the transaction shows the call that names it. */
    TRACE("trace"),
    /** It did not, and stays unknown. */
    NONE("none");

    private final String text;

    LinkMethod(String text) {
      this.text = text;
    }
  }

  /** Whether a claim can be about a sample. */
  public enum Fit {
    /** Recipient and amount agree with what is known of the sample. */
    FITS,
    /** They do not, or there is no such sample. */
    CONTRADICTS,
    /** There is no such sample yet, and not all that came before the claim is indexed. */
    NOT_THERE_YET
  }

  /**
   * A claim to look at.
   *
   * @param handler the data handler of its model
   * @param alone whether it is its transaction's only claim on that model, so that the
   *     transaction's input can only be about it
   */
  public record Pending(
      LogPosition position,
      BlockRef block,
      Hash32 transaction,
      Address trainer,
      Address handler,
      int model,
      Claim.Kind kind,
      Address claimant,
      Wei amount,
      boolean alone) {}

  /** A claim that a transaction made on a model, by its mechanism's event. */
  public record Announced(int index, Claim.Kind kind, Address claimant) {}

  /**
   * A sample that a claim may be about.
   *
   * @param claimsAccountedFor how many other claims of the same block are known to be about it
   * @param paidAccountedFor what these paid
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Candidate(
      Hash32 key,
      Address author,
      long[] features,
      UInt64 label,
      UInt256 addedTime,
      Wei deposit,
      int claimsAccountedFor,
      Wei paidAccountedFor) {}

  /** The first ones of a chain after a position. */
  public List<Pending> pending(ChainId chain, LogPosition after, int limit) {
    return database
        .sql(
            """
            select c.block_number, c.log_index, c.block_hash, c.transaction_hash, e.address,
              p.handler, c.model_id, c.kind, c.claimant, c.amount, not exists (select 1 from claim o where o.chain_id = c.chain_id
                and o.block_number = c.block_number and o.log_index <> c.log_index
                and o.transaction_hash = c.transaction_hash and o.model_id = c.model_id)
            from claim c join emitter e on e.id = c.model_id join part p on p.model_id = e.id
            where c.chain_id = ? and c.link = 'pending'
              and (c.block_number, c.log_index) > (?, ?)
            order by c.block_number, c.log_index limit ?
            """)
        .params(chain.value(), after.block(), after.index(), limit)
        .query(
            (row, number) ->
                new Pending(
                    new LogPosition(row.getLong(1), row.getInt(2)),
                    new BlockRef(row.getLong(1), Hash32.of(row.getBytes(3))),
                    Hash32.of(row.getBytes(4)),
                    Address.of(row.getBytes(5)),
                    Address.of(row.getBytes(6)),
                    row.getInt(7),
                    Claim.Kind.named(row.getString(8)),
                    Address.of(row.getBytes(9)),
                    Columns.wei(row, 10),
                    row.getBoolean(11)))
        .list();
  }

  /** All claims of that claim's transaction on its model, in order, itself among them. */
  public List<Announced> ofTransaction(Pending claim) {
    return database
        .sql(
            """
            select log_index, kind, claimant from claim
            where model_id = ? and block_number = ? and transaction_hash = ? order by log_index
            """)
        .params(claim.model(), claim.position().block(), claim.transaction().bytes())
        .query(
            (row, number) ->
                new Announced(
                    row.getInt(1), Claim.Kind.named(row.getString(2)), Address.of(row.getBytes(3))))
        .list();
  }

  /** Whether all samples that came before a claim are indexed. */
  public boolean isComplete(Pending claim) {
    return database
        .sql(
            """
            select complete_to(e.chain_id) >= ?
              and not exists (select 1 from refetch r where r.model_id = e.id)
            from emitter e where e.id = ?
            """)
        .params(claim.position().block(), claim.model())
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether a claim can be about the newest sample before it that has that key: a refund is its
   * author's, and all that is known to be claimed from a sample is never more than its deposit.
   */
  public Fit fit(Pending claim, Hash32 key) {
    return database
        .sql(
            """
            select (:kind <> 'refund' or s.sender = :claimant)
              and :amount + (select coalesce(sum(l.amount), 0) from linked_claim l
                where l.model_id = :model and l.sample_key = :key
                  and l.sample_block = s.block_number and l.sample_index = s.log_index
                  and (l.block_number, l.log_index) <> (:block, :index)) <= s.deposit
            from sample s where s.sample_key = :key and s.model_id = :model
              and (s.block_number, s.log_index) < (:block, :index)
            order by s.block_number desc, s.log_index desc limit 1
            """)
        .param("kind", claim.kind().text())
        .param("claimant", claim.claimant().bytes())
        .param("amount", new BigDecimal(claim.amount().amount()))
        .param("model", claim.model())
        .param("key", key.bytes())
        .param("block", claim.position().block())
        .param("index", claim.position().index())
        .query(Boolean.class)
        .optional()
        .map(fits -> fits ? Fit.FITS : Fit.CONTRADICTS)
        .orElseGet(() -> isComplete(claim) ? Fit.CONTRADICTS : Fit.NOT_THERE_YET);
  }

  /**
   * The samples that a claim may be about, in no order: they came before it, enough of their
   * deposit is not known to be claimed, and a refund is by their author.
   */
  public List<Candidate> candidates(Pending claim, int limit) {
    return database
        .sql(CANDIDATES)
        .param("kind", claim.kind().text())
        .param("claimant", claim.claimant().bytes())
        .param("amount", new BigDecimal(claim.amount().amount()))
        .param("model", claim.model())
        .param("block", claim.position().block())
        .param("index", claim.position().index())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Candidate(
                    Hash32.of(row.getBytes(1)),
                    Address.of(row.getBytes(2)),
                    Columns.features(row.getBytes(3)),
                    new UInt64(row.getBigDecimal(4).toBigIntegerExact().longValue()),
                    new UInt256(row.getBigDecimal(5).toBigIntegerExact()),
                    Columns.wei(row, 6),
                    row.getInt(7),
                    Columns.wei(row, 8)))
        .list();
  }

  /**
   * Notes what was found, and what it leaves to claim of the sample; a claim whose block has been
   * replaced since is left alone.
   *
   * @param key the sample's key; null if and only if there was no way to it
   */
  public void found(ChainId chain, Pending claim, LinkMethod way, @Nullable Hash32 key) {
    DatabaseTransaction.run(source, connection -> note(connection, chain, claim, way, key));
  }

  private static boolean note(
      Connection connection, ChainId chain, Pending claim, LinkMethod way, @Nullable Hash32 key)
      throws SQLException {
    ChainLock.tail(connection, chain);
    int noted =
        Sql.update(
            connection,
            """
            update claim set link = ?, sample_key = ?
            where chain_id = ? and block_number = ? and log_index = ?
              and block_hash = ? and link = 'pending'
            """,
            way.text,
            key == null ? null : key.bytes(),
            chain.value(),
            claim.position().block(),
            claim.position().index(),
            claim.block().hash().bytes());
    if (noted > 0 && key != null) {
      OpenRows.linked(connection, chain, claim.position().block(), claim.position().index());
    }
    return noted > 0;
  }
}
