package org.sumscan.ledger.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.sql.BoundedSearch;
import org.sumscan.ledger.sql.Cursor;
import org.sumscan.ledger.totals.LedgerTotals;
import org.sumscan.ledger.totals.ModelTotals;

/** The samples of listed models; those of any other contract are not here. */
@Repository
public class Samples {

  private static final String WITH_CLAIMS =
      "select "
          + SampleRowMapper.COLUMNS
          + SampleRowMapper.TOTAL_COLUMNS
          + SampleRowMapper.OPEN_COLUMNS
          + " from sample s join emitter e on e.id = s.model_id left join open_sample o on "
          + SampleRowMapper.SAME_PLACE
          + " "
          + SampleRowMapper.CLAIM_TOTALS;

  private final JdbcClient database;
  private final BoundedSearch bounded;

  /** Works on that database, and breaks off a search that takes longer than a few seconds. */
  public Samples(DataSource source) {
    this.database = JdbcClient.create(source);
    this.bounded = new BoundedSearch(source);
  }

  /**
   * A model's samples after a position, in the order of the chain, without their claims (which are
   * {@link ClaimTotals#NONE}) and what is open of them; ends where the index still has a gap.
   *
   * @param limit how many at most
   * @return nothing, complete to below the first block, for a model that is not listed
   */
  public OrderedSamples inOrder(ModelId model, LogPosition after, int limit) {
    long[] reorgCountAndEnd = {0, -1};
    List<Sample> inOrder = new ArrayList<>();
    database
        .sql(
            """
            with model as (
              select e.id, e.address, c.epoch, least(complete_to(c.id),
                (select min(from_block) - 1 from refetch where model_id = e.id)) as complete
              from emitter e join chain c on c.id = e.chain_id
              where e.chain_id = :chain and e.address = :trainer and e.listed)
            select %s, e.epoch, e.complete from model e left join lateral (
              select * from sample where model_id = e.id
                and (block_number, log_index) > (:block, :index) and block_number <= e.complete
              order by block_number, log_index limit :limit) s on true
            order by s.block_number, s.log_index
            """
                .formatted(SampleRowMapper.COLUMNS))
        .param("chain", model.chain().value())
        .param("trainer", model.address().bytes())
        .param("block", after.block())
        .param("index", after.index())
        .param("limit", limit)
        .query(
            row -> {
              reorgCountAndEnd[0] = row.getLong(14);
              reorgCountAndEnd[1] = row.getLong(15);
              if (row.getObject(1) != null) inOrder.add(SampleRowMapper.BARE.mapRow(row, 0));
            });
    return new OrderedSamples(reorgCountAndEnd[0], reorgCountAndEnd[1], inOrder);
  }

  /**
   * Finds samples.
   *
   * @throws InvalidCursor if the cursor was not given out for this search
   * @throws SearchTooBroad if it takes too long
   */
  public SamplePage search(SampleQuery query) {
    SearchFacts facts = SearchFacts.of(query.criteria(), database);
    SampleSearch search = new SampleSearch(query, facts);
    List<Sample> found =
        bounded.within(
            () ->
                bounded
                    .database()
                    .sql(search.page())
                    .params(search.values())
                    .query(SampleRowMapper.WITH_CLAIMS)
                    .list());
    if (found.size() <= query.limit()) return new SamplePage(found, null);
    Cursor end = search.cursor(found.get(query.limit() - 1));
    return new SamplePage(found.subList(0, query.limit()), end.text(query.question()));
  }

  /**
   * How many samples match but for their claim status, in all and by status.
   *
   * @throws SearchTooBroad if counting takes too long
   */
  public SampleCounts counts(SampleCriteria criteria) {
    SearchFacts facts = SearchFacts.of(criteria, database);
    return bounded.within(
        () -> new SampleCounting(bounded.database(), criteria.status(null), facts).counts());
  }

  /** The sample of a log. */
  public Optional<Sample> find(LogRef log) {
    return database
        .sql(WITH_CLAIMS + " where s.transaction_hash = ? and s.log_index = ? and s.chain_id = ?")
        .params(log.transaction().bytes(), log.index(), log.chain().value())
        .query(SampleRowMapper.WITH_CLAIMS)
        .optional();
  }

  /** The samples of transactions, in no order, without their claims. */
  public List<Sample> ofTransactions(ChainId chain, Collection<Hash32> transactions) {
    if (transactions.isEmpty()) return List.of();
    return database
        .sql(
            "select "
                + SampleRowMapper.COLUMNS
                + " from sample s join emitter e on e.id = s.model_id"
                + " where s.transaction_hash in (:hashes) and s.chain_id = :chain")
        .param("hashes", transactions.stream().map(Hash32::bytes).toList())
        .param("chain", chain.value())
        .query(SampleRowMapper.BARE)
        .list();
  }

  /** The samples of logs, in the order of these; a log without one is passed over. */
  public List<Sample> find(List<LogRef> logs) {
    if (logs.isEmpty()) return List.of();
    Map<LogRef, Sample> found = new HashMap<>();
    database
        .sql(WITH_CLAIMS + " where (s.chain_id, s.transaction_hash, s.log_index) in (:logs)")
        .param("logs", logs.stream().map(Samples::place).toList())
        .query(SampleRowMapper.WITH_CLAIMS)
        .list()
        .forEach(sample -> found.put(sample.log(), sample));
    return logs.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static Object[] place(LogRef log) {
    return new Object[] {log.chain().value(), log.transaction().bytes(), log.index()};
  }

  /** Sums over each model's samples and claims; a model that is not listed is missing. */
  public Map<ModelId, ModelTotals> totals(Collection<ModelId> models) {
    Map<ModelId, ModelTotals> totals = new HashMap<>();
    if (models.isEmpty()) return totals;
    database
        .sql(
            """
            select e.chain_id, e.address, t.samples, t.deposited, t.refunds, t.refunded, t.reports,
              t.reported, s.block_time, s.block_number
            from emitter e join model_total t on t.model_id = e.id
            left join lateral (select block_time, block_number from sample
              where model_id = e.id order by block_number desc, log_index desc limit 1) s on true
            where (e.chain_id, e.address) in (:models) and e.listed
            """)
        .param("models", models.stream().map(Samples::place).toList())
        .query(
            row -> {
              totals.put(model(row), ModelTotals.of(row));
            });
    return totals;
  }

  private static Object[] place(ModelId model) {
    return new Object[] {model.chain().value(), model.address().bytes()};
  }

  private static ModelId model(ResultSet row) throws SQLException {
    return new ModelId(new ChainId(row.getLong(1)), Address.of(row.getBytes(2)));
  }

  /** Sums over all listed models. */
  public LedgerTotals totals() {
    return database
        .sql(
            """
            select count(*), coalesce(sum(samples), 0), coalesce(sum(refunds + reports), 0)
            from model_total
            """)
        .query((row, number) -> new LedgerTotals(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }
}
