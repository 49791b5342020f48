package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.RawLog;
import org.sumscan.ledger.ChainHalted;
import org.sumscan.ledger.LedgerChanged;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.sql.ChainLock;
import org.sumscan.ledger.sql.DatabaseTransaction;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.totals.Totals;
import org.sumscan.ledger.unlisted.UnlistedLogs;

/** Which models are listed: only their samples and claims are kept as such. */
@Repository
public class Listings {

  private final DataSource source;
  private final Consumer<LedgerChanged> changes;

  /** Works on that database and announces each listing. */
  @Autowired
  public Listings(DataSource source, ApplicationEventPublisher publisher) {
    this.source = source;
    this.changes = publisher::publishEvent;
  }

  /** Works on that database. */
  public Listings(DataSource source) {
    this.source = source;
    this.changes = change -> {};
  }

  /**
   * Lists a model, at any time: what was indexed before shows at once, or as soon as it has been
   * fetched again where there was too much to keep. A model that is listed already gets these
   * parts. Within a transaction of the caller's this is part of it, and is announced when that
   * commits.
   *
   * @throws IllegalArgumentException if the chain is not followed
   * @throws ChainHalted if its index has stopped
   */
  public void list(ModelId model, ModelParts parts) {
    DatabaseTransaction.join(
        source,
        connection -> {
          list(connection, model, parts);
          return true;
        },
        () -> changes.accept(new LedgerChanged(model.chain())));
  }

  private static void list(Connection connection, ModelId model, ModelParts parts)
      throws SQLException {
    ChainId chain = model.chain();
    ChainLock.exclusively(connection, chain);
    Long overflow = overflow(connection, model, parts);
    int id = insert(connection, model);
    insertParts(connection, id, model, parts);
    Sql.update(connection, "update chain set listings = listings + 1 where id = ?", chain.value());
    ListingSnapshot listed = ListingSnapshot.of(connection, chain).only(id);
    Rows rows = Rows.of(listed, takeUnlistedLogs(connection, model, parts));
    UnlistedLogs.sum(connection, chain);
    Sql.copyMissing(connection, RowEncoding.SAMPLE, rows.samples());
    Sql.copyMissing(connection, RowEncoding.CLAIM, rows.claims());
    Sql.copyMissing(connection, RowEncoding.QUARANTINE, rows.quarantine());
    Totals.recount(connection, id);
    OpenRows.relisted(connection, id);
    Refetches.insert(connection, chain, id, overflow);
  }

  private static int insert(Connection connection, ModelId model) throws SQLException {
    return Sql.query(
            connection,
            """
            insert into emitter (chain_id, address, listed, listed_at) values (?, ?, true, now())
            on conflict (chain_id, address) do update set listed = true,
              listed_at = coalesce(emitter.listed_at, now()),
              unlisted_rows = 0, unlisted_bytes = 0, overflow_from = null
            returning id
            """,
            row -> row.getInt(1),
            model.chain().value(),
            model.address().bytes())
        .getFirst();
  }

  private static void insertParts(Connection connection, int id, ModelId model, ModelParts parts)
      throws SQLException {
    Sql.update(
        connection,
        """
        insert into part (model_id, chain_id, address, mechanism, mechanism_owner, handler,
          classifier, incentive_rules, refund_wait, owner_claim_wait, any_address_claim_wait)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (model_id) do update set mechanism = excluded.mechanism,
          mechanism_owner = excluded.mechanism_owner, handler = excluded.handler,
          classifier = excluded.classifier, incentive_rules = excluded.incentive_rules,
          refund_wait = excluded.refund_wait, owner_claim_wait = excluded.owner_claim_wait,
          any_address_claim_wait = excluded.any_address_claim_wait
        """,
        id,
        model.chain().value(),
        model.address().bytes(),
        parts.mechanism().bytes(),
        parts.mechanismOwner().bytes(),
        parts.handler().bytes(),
        parts.classifier().bytes(),
        parts.rules().wireName(),
        parts.waits().refund(),
        parts.waits().ownerClaim(),
        parts.waits().anyAddressClaim());
  }

  /** The first block of which logs of the model were not kept. */
  private static @Nullable Long overflow(Connection connection, ModelId model, ModelParts parts)
      throws SQLException {
    return Sql.query(
            connection,
            """
            select least(min(e.overflow_from), min(c.overflow_from)) from chain c
            left join emitter e on e.chain_id = c.id and e.address in (?, ?)
            where c.id = ? and not exists
              (select 1 from emitter l where l.chain_id = c.id and l.address = ? and l.listed)
            """,
            row -> row.getObject(1, Long.class),
            model.address().bytes(),
            believedMechanism(model, parts).bytes(),
            model.chain().value(),
            model.address().bytes())
        .getFirst();
  }

  private static List<TimedLog> takeUnlistedLogs(
      Connection connection, ModelId model, ModelParts parts) throws SQLException {
    return Sql.query(
        connection,
        """
        with taken as (delete from unlisted_log where chain_id = ? and emitter in (?, ?) returning *),
        kept as (update emitter set unlisted_rows = 0, unlisted_bytes = 0
          where chain_id = ? and address in (?, ?))
        select block_number, log_index, block_hash, block_time, transaction_hash, emitter, topics,
          data from taken order by block_number, log_index
        """,
        row ->
            new TimedLog(
                new RawLog(
                    new BlockRef(row.getLong(1), Hash32.of(row.getBytes(3))),
                    Hash32.of(row.getBytes(5)),
                    row.getInt(2),
                    Address.of(row.getBytes(6)),
                    hashes(row.getBytes(7)),
                    row.getBytes(8)),
                row.getLong(4)),
        model.chain().value(),
        model.address().bytes(),
        believedMechanism(model, parts).bytes(),
        model.chain().value(),
        model.address().bytes(),
        believedMechanism(model, parts).bytes());
  }

  /** The mechanism, if it is the trainer's own; else the trainer, which changes nothing. */
  private static Address believedMechanism(ModelId model, ModelParts parts) {
    return parts.mechanismOwner().equals(model.address()) ? parts.mechanism() : model.address();
  }

  private static List<Hash32> hashes(byte[] bytes) {
    List<Hash32> hashes = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Hash32.BYTES) {
      hashes.add(Hash32.of(java.util.Arrays.copyOfRange(bytes, at, at + Hash32.BYTES)));
    }
    return hashes;
  }

  /** Whether a model is listed. */
  public boolean isListed(ModelId model) {
    return !query(
            "select 1 from emitter where chain_id = ? and address = ? and listed",
            row -> row.getInt(1),
            model.chain().value(),
            model.address().bytes())
        .isEmpty();
  }

  /** The first and the last block in which a contract was seen to emit anything; or none. */
  public List<Long> seenIn(ModelId contract) {
    return query(
        """
        select unnest(array[first_block, last_block]) from emitter
        where chain_id = ? and address = ? and first_block is not null
        """,
        row -> row.getLong(1),
        contract.chain().value(),
        contract.address().bytes());
  }

  private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... parameters) {
    try (Connection connection = source.getConnection()) {
      return Sql.query(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }
}
