package org.sumscan.ledger.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.search.SampleQuery.Sort;
import org.sumscan.ledger.sql.DatabaseTransaction;
import org.sumscan.testing.TestDatabase;

/**
 * A database with samples of every kind on two chains: under all rules, claimed whole, in part or
 * not, with claims that contradict them and with keys that are used twice; and what looking at each
 * of them finds. The sums of claims are others than the rows', so that searches are planned both as
 * for few claims and as for many.
 */
final class SearchedSamples implements AutoCloseable {

  static final int ROWS = 30_000;
  static final ChainId ONE = new ChainId(1);
  static final ChainId OTHER = new ChainId(2);
  static final Map<ChainId, Long> NOW = Map.of(ONE, 12_000L, OTHER, 9_000L);
  static final Comparator<Sample> OLDEST =
      Comparator.comparingLong(Sample::blockTime)
          .thenComparing(sample -> sample.model().chain())
          .thenComparing(Sample::position);
  private static final Comparator<Sample> PLACE =
      Comparator.<Sample, ChainId>comparing(sample -> sample.model().chain())
          .thenComparing(Sample::position);

  private final TestDatabase database = TestDatabase.create();
  private final List<Sample> all = new ArrayList<>();

  SearchedSamples() {
    fill();
    Samples samples = new Samples(database.dataSource());
    for (String cursor = null; ; ) {
      SamplePage page = samples.search(SampleQuery.newest(1000).sorted(Sort.OLDEST).after(cursor));
      if (page.samples().isEmpty()) throw new IllegalStateException("a page of nothing");
      all.addAll(page.samples());
      cursor = page.next();
      if (cursor == null) break;
    }
  }

  private void fill() {
    for (String sql :
        """
        insert into chain (id, name, first_block) values (1, 'one', 0), (2, 'other', 0);
        insert into emitter (chain_id, address, listed)
          select 1 + i %% 2, decode(lpad(to_hex(4096 + i), 40, '0'), 'hex'), true
          from generate_series(0, 9) i;
        insert into part (model_id, chain_id, address, mechanism, mechanism_owner, handler,
            classifier, incentive_rules, refund_wait, owner_claim_wait, any_address_claim_wait)
          select id, chain_id, address, address, address, address, address,
            (array['stakeable/2', 'stakeable/1', 'points/1', 'points/2'])[1 + id %% 4],
            1000, 2000, case id %% 4 when 2 then 500 else 4000 end
          from emitter;
        insert into model_total (model_id) select id from emitter;
        insert into sample select 1 + i %% 2, i / 4, i %% 4, 1 + i %% 10, 1000 + i / 4 * 2,
            sha256((i / 4)::text::bytea), sha256(('t' || i)::bytea),
            decode(lpad(to_hex(i %% 97), 40, '0'), 'hex'), sha256(('k' || i %% 29000)::bytea), i %% 3,
            1000 + i / 4 * 2, case when i %% 5 = 0 then 0 else i * 7919 %% 1000 end, array[i, -i]
          from generate_series(0, %d) i;
        insert into claim (chain_id, block_number, log_index, model_id, kind, block_time,
            block_hash, transaction_hash, claimant, amount, sample_key, link)
          select chain_id, block_number, log_index + 10, model_id,
            case when block_number %% 2 = 0 then 'refund' else 'report' end, block_time, block_hash,
            transaction_hash,
            case when block_number %% 50 = 8 then decode(repeat('ee', 20), 'hex') else sender end,
            case when block_number %% 50 = 7 then deposit + 1
              when block_number %% 4 = 0 then deposit else div(deposit, 3) end,
            sample_key, 'event'
          from sample where block_number %% 50 < 9 and deposit > 0;
        update claim c set author = s.sender from linked_claim l join sample s
            on s.chain_id = l.chain_id and s.block_number = l.sample_block
              and s.log_index = l.sample_index
          where l.chain_id = c.chain_id and l.block_number = c.block_number
            and l.log_index = c.log_index;
        update model_total t set samples = (select count(*) from sample s
              where s.model_id = t.model_id);
        open samples;
        update open_sample set answered = true, answered_state = 7, answered_block = block_number,
            agrees = (array[true, false, null])[1 + block_number %% 3]
          where block_number %% 7 <> 0;
        insert into account_total (account, model_id, samples)
          select sender, model_id, count(*) from sample group by sender, model_id;
        update account_total t set refunds = (select count(*) from claim c
            where c.model_id = t.model_id and c.claimant = t.account and c.kind = 'refund');
        update model_total set refunds = case when model_id %% 2 = 0 then 100000 else 700 end,
            reports = case when model_id %% 2 = 0 then 100000 else 700 end;
        insert into chain_head (chain_id, number, time) values (1, 7500, 12000), (2, 7500, 9000);
        insert into original select chain_id, transaction_hash, log_index, block_number,
            decode(lpad('1', 40, '0'), 'hex'), 'text', 'matches', 'none', 'x', sample_key,
            to_tsvector('simple', 'Hey Blockchain ' || block_number), now()
          from sample where block_number %% 40 = 3;
        analyze
        """
            .formatted(ROWS - 1)
            .split(";")) {
      if (sql.strip().equals("open samples")) openSamples();
      else database.jdbc().sql(sql).update();
    }
  }

  private void openSamples() {
    List<Integer> models =
        database.jdbc().sql("select id from emitter").query(Integer.class).list();
    DatabaseTransaction.run(
        database.dataSource(),
        connection -> {
          for (int model : models) OpenRows.relisted(connection, model);
          return true;
        });
  }

  TestDatabase database() {
    return database;
  }

  /** Every sample, the oldest first. */
  List<Sample> all() {
    return all;
  }

  /** Those that match, in an order. */
  List<Sample> all(SampleCriteria criteria, Sort sort) {
    return all.stream().filter(sample -> matches(criteria, sample)).sorted(order(sort)).toList();
  }

  @Override
  public void close() {
    database.close();
  }

  static ModelId model(int number) {
    return new ModelId(new ChainId(1 + number % 2), Address.of("0x%040x".formatted(4096 + number)));
  }

  static Address sender(int number) {
    return Address.of("0x%040x".formatted(number));
  }

  static SampleCriteria.Builder criteria() {
    return new SampleCriteria.Builder().now(NOW);
  }

  static boolean matches(SampleCriteria criteria, Sample sample) {
    List<Predicate<Sample>> filters = new ArrayList<>();
    filters.add(s -> criteria.model() == null || s.model().equals(criteria.model()));
    filters.add(s -> criteria.chain() == null || s.model().chain().equals(criteria.chain()));
    filters.add(s -> criteria.sender() == null || s.sender().equals(criteria.sender()));
    filters.add(s -> !s.sender().equals(criteria.notSender()));
    filters.add(s -> criteria.label() == null || s.label().equals(criteria.label()));
    filters.add(s -> criteria.time().contain(s.blockTime()));
    filters.add(s -> criteria.blocks().contain(s.position().block()));
    filters.add(s -> criteria.deposit().contain(s.deposit()));
    filters.add(s -> criteria.status() == null || statuses(s).contains(criteria.status()));
    filters.add(s -> criteria.agrees() == null || criteria.agrees().equals(agrees(s)));
    filters.add(s -> claimed(criteria.claimed(), s.claims()));
    filters.add(s -> hasWords(criteria.words(), s.position().block()));
    return filters.stream().allMatch(filter -> filter.test(sample));
  }

  static Set<ClaimStatus> statuses(Sample sample) {
    OpenState open = sample.open();
    return open == null
        ? Set.of(ClaimStatus.CLAIMED)
        : open.at(NOW.getOrDefault(sample.model().chain(), 0L));
  }

  private static @Nullable Boolean agrees(Sample sample) {
    OpenState open = sample.open();
    return open == null || open.answer() == null ? null : open.answer().agrees();
  }

  private static boolean claimed(Claim.@Nullable Kind kind, ClaimTotals claims) {
    if (kind == null) return true;
    return kind == Claim.Kind.REFUND ? claims.refunds() > 0 : claims.reports() > 0;
  }

  private static boolean hasWords(@Nullable String words, long block) {
    return words == null || block % 40 == 3 && (!words.contains("1003") || block == 1003);
  }

  private static Comparator<Sample> order(Sort sort) {
    Comparator<Sample> byDeposit = Comparator.comparing(Sample::deposit);
    return switch (sort) {
      case URGENT ->
          Comparator.<Sample>comparingLong(
                  s -> s.open() == null ? OpenState.NEVER : s.open().anyoneFrom())
              .thenComparing(PLACE);
      case OLDEST -> OLDEST;
      case NEWEST -> OLDEST.reversed();
      case SMALLEST_DEPOSIT -> byDeposit.thenComparing(OLDEST);
      case LARGEST_DEPOSIT -> byDeposit.thenComparing(OLDEST).reversed();
    };
  }
}
