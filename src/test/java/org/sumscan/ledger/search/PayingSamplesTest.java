package org.sumscan.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.open.OpenSamples;

/** What pays an account now is what judging every open sample for it finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayingSamplesTest {

  private static final Comparator<Paying> BEST =
      Comparator.comparing(Paying::amount)
          .reversed()
          .thenComparing(paying -> state(paying.sample).anyoneFrom())
          .thenComparing(paying -> paying.sample.position());

  private final SearchedSamples world = new SearchedSamples();
  private final OpenSamples open = new OpenSamples(world.database().dataSource());

  @AfterAll
  void close() {
    world.close();
  }

  private record Paying(Sample sample, BigInteger amount) {}

  /** What the sums say of a model: its rules, its refunds, and the account's among them. */
  private record Model(String rules, long refunds, long ofAccount) {}

  @Test
  void isWhatJudgingEveryOpenSampleFinds() {
    Set<Integer> found = new HashSet<>();
    for (int account = 0; account < 97; account += 7) {
      for (ChainId chain : List.of(SearchedSamples.ONE, SearchedSamples.OTHER)) {
        for (int limit : List.of(3, 50, 1_000)) {
          List<LogRef> paying = open.candidates(chain, SearchedSamples.sender(account), limit);
          assertThat(paying)
              .as("account %d on chain %s, %d of them", account, chain, limit)
              .isEqualTo(judged(chain, SearchedSamples.sender(account), limit));
          found.add(paying.size());
        }
      }
    }
    assertThat(found).contains(3, 50, 1_000);
  }

  private List<LogRef> judged(ChainId chain, Address account, int limit) {
    Map<Address, Model> models = models(chain, account);
    Set<LogPosition> claimed = claimed(chain, account);
    long now = SearchedSamples.NOW.getOrDefault(chain, 0L);
    return world.all().stream()
        .filter(sample -> sample.model().chain().equals(chain) && sample.open() != null)
        .map(sample -> judged(sample, models.get(sample.model().address()), account, now))
        .filter(paying -> paying.amount.signum() >= 0)
        .sorted(BEST)
        .limit(4L * limit)
        .filter(
            paying ->
                !claimed.contains(paying.sample.position())
                    || state(paying.sample).anyoneFrom() <= now)
        .limit(limit)
        .map(paying -> paying.sample.log())
        .toList();
  }

  /** With a negative amount where nothing can be claimed. */
  private static Paying judged(Sample sample, Model model, Address account, long now) {
    OpenState open = state(sample);
    Boolean agrees = open.answer() == null ? null : open.answer().agrees();
    BigInteger left = open.claimable().amount();
    BigInteger pays = BigInteger.ONE.negate();
    boolean own = sample.sender().equals(account);
    if (own && Boolean.TRUE.equals(agrees) && open.refunds() == 0 && open.refundFrom() <= now) {
      pays = left;
    }
    if (open.anyoneFrom() <= now) pays = left;
    boolean mayReport =
        switch (model.rules) {
          case "points/1" -> true;
          case "points/2" -> open.reports() == 0;
          default -> model.ofAccount > 0;
        };
    if (!own && Boolean.FALSE.equals(agrees) && open.reportFrom() <= now && mayReport) {
      BigInteger share =
          model.refunds == 0 || model.rules.startsWith("points/")
              ? left
              : sample
                  .deposit()
                  .amount()
                  .multiply(BigInteger.valueOf(model.ofAccount))
                  .divide(BigInteger.valueOf(model.refunds));
      pays = pays.max(share.signum() == 0 ? left : left.min(share));
    }
    return new Paying(sample, pays);
  }

  private static OpenState state(Sample sample) {
    OpenState open = sample.open();
    if (open == null) throw new AssertionError("not open: " + sample);
    return open;
  }

  private Map<Address, Model> models(ChainId chain, Address account) {
    Map<Address, Model> models = new HashMap<>();
    world
        .database()
        .jdbc()
        .sql(
            """
            select e.address, p.incentive_rules, t.refunds, (select count(*) from claim c
              where c.model_id = e.id and c.kind = 'refund' and c.claimant = ?)
            from emitter e join part p on p.model_id = e.id join model_total t on t.model_id = e.id
            where e.chain_id = ?
            """)
        .params(account.bytes(), chain.value())
        .query(
            row -> {
              models.put(
                  Address.of(row.getBytes(1)),
                  new Model(row.getString(2), row.getLong(3), row.getLong(4)));
            });
    return models;
  }

  /** Where the samples are of whose key the account has claimed. */
  private Set<LogPosition> claimed(ChainId chain, Address account) {
    return world
        .database()
        .jdbc()
        .sql(
            """
            select s.block_number, s.log_index from sample s join claim c
              on c.model_id = s.model_id and c.sample_key = s.sample_key
            where c.claimant = ? and s.chain_id = ?
            """)
        .params(account.bytes(), chain.value())
        .query((row, number) -> new LogPosition(row.getLong(1), row.getInt(2)))
        .set();
  }
}
