package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.contracts.Topics;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;

/** Models that nobody listed are found, whatever else is on their chain. */
class DiscoveryTest {

  private static final ModelKit KIT =
      ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, 1));

  private Anvil anvil;
  private ValidatorRun examination;
  private Discoverer discoverer;

  @BeforeEach
  void start() {
    anvil = Anvil.start();
    examination = new ValidatorRun(anvil);
    discoverer = examination.part(Discoverer.class);
  }

  @AfterEach
  void end() {
    examination.close();
    anvil.close();
  }

  @Test
  void offersModelsThatItSawOnTheChain() throws InterruptedException {
    DeployedModel model = taught();
    assertThat(discoverer.offers()).isEmpty();
    assertThat(discoverer.at(model.trainer()))
        .singleElement()
        .satisfies(found -> assertThat(found.verdict()).isNull());
    discoverer.step();
    discoverer.step();
    assertThat(engine().stepAsked()).as("nobody asked").isFalse();
    assertThat(engine().step()).isTrue();
    assertThat(engine().step()).as("judged once").isFalse();
    List<Discoverer.Found> offers = discoverer.offers();
    assertThat(offers).hasSize(1).isEqualTo(discoverer.at(model.trainer()));
    assertThat(offers.getFirst().seen().contract()).isEqualTo(model.id());
    assertThat(offers.getFirst().verdict().verdict()).isEqualTo(CheckVerdict.WARNING);
    assertThat(offers.getFirst().verdict().warnings()).isPositive();
    examination.part(Registration.class).listModel(model.id());
    assertThat(discoverer.offers()).isEmpty();
    assertThat(discoverer.at(model.trainer())).isEmpty();
  }

  @Test
  void judgesNoMechanismThatTellsOfClaimsAlone() {
    DeployedModel model = OriginalsKit.stakeable(anvil, KIT);
    Traffic traffic = new Traffic(model, KIT, new Random(8));
    traffic.run(20);
    assertThat(traffic.claims()).isPositive();
    examination.part(Indexer.class).catchUp();
    assertThat(count("select count(*) from emitter")).isEqualTo(2);
    discoverer.step();
    assertThat(asked()).containsExactly(model.trainer().toString());
  }

  @Test
  void judgesOnlySoManyADayHoweverManyThereAreAndEachSeldomAgain() {
    DeployedModel honest = taught();
    flood(3000);
    for (int i = 0; i < 200; i++) {
      discoverer.step();
      assertThat(count("select count(*) from validation where state <> 'ended'")).isLessThan(6);
      endAllBy("failed");
    }
    List<String> first = asked();
    assertThat(first).hasSize(Discoverer.MOST_A_DAY).contains(honest.trainer().toString());

    aDayPasses();
    for (int i = 0; i < 200; i++) {
      discoverer.step();
      endAllBy("failed");
    }
    assertThat(asked()).hasSize(2 * Discoverer.MOST_A_DAY).doesNotHaveDuplicates();

    for (int i = 0; i < 6; i++) aDayPasses();
    discoverer.step();
    endAllBy("warning");
    assertThat(asked()).hasSize(2 * Discoverer.MOST_A_DAY + 5);
    assertThat(discoverer.offers()).hasSize(5);
  }

  @Test
  void keepsATurnForThoseWhoAsk() throws InterruptedException {
    flood(20);
    discoverer.step();
    String address = new Address(7, 7, 7).toString();
    examination.queue(ValidatorRun.CHAIN, address);
    assertThat(engine().stepAsked()).isTrue();
    assertThat(engine().stepAsked()).isFalse();
    assertThat(
            examination
                .jdbc()
                .sql("select address from validation where state = 'ended'")
                .query(String.class)
                .list())
        .containsExactly(address);
  }

  private DeployedModel taught() {
    DeployedModel model = OriginalsKit.stakeable(anvil, KIT);
    anvil.receipt(model.add(1, new long[] {1, 2}, 1));
    examination.part(Indexer.class).catchUp();
    return model;
  }

  /** As many contracts, busier than any other, that are no models. */
  private void flood(int contracts) {
    examination
        .jdbc()
        .sql(
            """
            insert into emitter (chain_id, address, first_block, last_block, logs)
            select 31337, decode(lpad(to_hex(n), 40, '0'), 'hex'), 1000, 1000, 50 + n
            from generate_series(1, ?) n
            """)
        .param(contracts)
        .update();
    examination
        .jdbc()
        .sql(
            """
            insert into unlisted_log (chain_id, block_number, log_index, block_hash, block_time,
              transaction_hash, emitter, topics, data)
            select 31337, 1000, n, sha256('b'), 0, sha256('t'),
              decode(lpad(to_hex(n), 40, '0'), 'hex'), ?, ''
            from generate_series(1, ?) n
            """)
        .params(Topics.ADD_DATA.bytes(), contracts)
        .update();
  }

  private void endAllBy(String verdict) {
    examination
        .jdbc()
        .sql(
            "update validation set state = 'ended', verdict = ?, ended_at = now()"
                + " where state <> 'ended'")
        .param(verdict)
        .update();
  }

  private void aDayPasses() {
    examination
        .jdbc()
        .sql("update validation set requested_at = requested_at - interval '1 day 1 second'")
        .update();
  }

  private List<String> asked() {
    return examination
        .jdbc()
        .sql("select address from validation order by requested_at")
        .query(String.class)
        .list();
  }

  private int count(String sql) {
    return examination.jdbc().sql(sql).query(Integer.class).single();
  }

  private ValidationEngine engine() {
    return examination.part(ValidationEngine.class);
  }
}
