package org.sumscan.ledger.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;

/** What the claims from a sample depend on, and whether the ledger knows all of it. */
@Repository
public class ClaimFactsReader {

  private static final String OF_SAMPLE =
      """
      select c.first_block, c.epoch, v.to_block, v.to_hash, v.to_time,
        exists (select 1 from coverage above
          where above.chain_id = c.id and above.from_block > v.to_block) as islands,
        exists (select 1 from refetch r where r.model_id = s.model_id) as refetching,
        (select count(*) from sample twin
          where twin.sample_key = s.sample_key and twin.model_id = s.model_id) as records,
        exists (select 1 from claim u where u.model_id = s.model_id and u.sample_key is null
          and (u.block_number, u.log_index) > (s.block_number, s.log_index)) as unlinked,
        (select count(*) from claim k
          where k.model_id = s.model_id and k.sample_key = s.sample_key) as of_key,
        (select count(*) from linked_claim l
          where l.model_id = s.model_id and l.sample_key = s.sample_key) as linked,
        exists (select 1 from quarantine q join part p on p.model_id = s.model_id
          where q.chain_id = c.id and q.emitter in (e.address, p.mechanism)) as unreadable,
        exists (select 1 from linked_claim l where l.model_id = s.model_id
          and l.sample_key = s.sample_key and l.claimant = :account) as claimed_before,
        t.samples, t.refunds,
        coalesce((select a.refunds from account_total a where a.model_id = s.model_id
          and a.account = :account), 0) as valid
      from sample s join emitter e on e.id = s.model_id join chain c on c.id = s.chain_id
      join model_total t on t.model_id = s.model_id
      left join coverage v on v.chain_id = c.id and v.to_block = complete_to(c.id)
      where s.transaction_hash = :transaction and s.log_index = :index and s.chain_id = :chain
      """;

  private final JdbcClient database;

  /** Works on that database. */
  public ClaimFactsReader(JdbcClient database) {
    this.database = database;
  }

  /** How a sample and an account stand; empty for a sample that is not indexed. */
  public Optional<ClaimFacts> of(LogRef sample, Address account) {
    return database
        .sql(OF_SAMPLE)
        .param("transaction", sample.transaction().bytes())
        .param("index", sample.index())
        .param("chain", sample.chain().value())
        .param("account", account.bytes())
        .query((row, number) -> facts(row))
        .optional();
  }

  private static ClaimFacts facts(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("to_hash");
    return new ClaimFacts(
        hash == null ? null : new BlockRef(row.getLong("to_block"), Hash32.of(hash)),
        row.getLong("to_time"),
        row.getLong("first_block"),
        row.getLong("epoch"),
        doubt(row),
        row.getBoolean("islands") || row.getBoolean("refetching"),
        row.getBoolean("claimed_before"),
        row.getLong("samples"),
        row.getLong("refunds"),
        row.getLong("valid"));
  }

  private static @Nullable String doubt(ResultSet row) throws SQLException {
    if (row.getBoolean("islands")) return "blocks are still missing from the index";
    if (row.getBoolean("refetching")) return "the model's logs are still being fetched";
    if (row.getInt("records") > 1) return "another sample shares this one's record";
    if (row.getBoolean("unlinked")) return "a claim on this model names no sample";
    if (row.getInt("of_key") != row.getInt("linked")) return "a claim contradicts the sample";
    if (row.getBoolean("unreadable")) return "an event of the model could not be read";
    return null;
  }
}
