package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.Figures;
import org.sumscan.accuracy.ReplayJournal;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.OpenState.ModelSays;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;

/** What is kept of a model's word on its open samples is what its contract says at that block. */
class OpenAnswersTest {

  private static final ModelKit KIT = ModelKit.of(ClassifierKind.NAIVE_BAYES);

  private static final long[] FEATURES = {4};

  private final Anvil anvil = Anvil.start();
  private final ReplayWorld world = new ReplayWorld(anvil, 300);
  private final DeployedModel model = DeployedModel.of(anvil, KIT);
  private final Random random = new Random(29);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void areWhatTheContractSaysAtTheBlockShown() {
    world.add(model, KIT, random, 12);
    world.follow(model);
    long first = anvil.head();
    assertAnsweredAsTheContractDoes(12);
    assertThat(answers()).allMatch(answer -> answer.block() == first);
    world.add(model, KIT, random, 9);
    world.catchUp();
    long second = anvil.head();
    assertAnsweredAsTheContractDoes(21);
    assertThat(answers()).allMatch(answer -> answer.block() == second);
  }

  @Test
  void areGoneOnWithByANewInstanceAfterACrash() {
    world.add(model, KIT, random, 520);
    world.index(model);
    for (int i = 0; i < 100 && answeredRows().isEmpty(); i++) world.step();
    Map<String, String> before = answeredRows();
    assertThat(before.size()).as("answered before the crash").isBetween(1, 519);
    world.restart();
    world.catchUp();
    assertThat(answeredRows()).hasSize(520).containsAllEntriesOf(before);
    assertAnsweredByTheLatestState();
  }

  @Test
  void areAskedForOfSamplesThatTeachTheModelNothing() {
    ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON);
    DeployedModel knowing = DeployedModel.of(anvil, kit);
    long known = DeployedModel.predict(anvil, knowing.classifier(), FEATURES, "latest");
    knowing.add(1, FEATURES, known);
    world.follow(knowing);
    for (int i = 0; i < 3; i++) {
      anvil.increaseTime(3600);
      knowing.add(1, FEATURES, known);
      world.catchUp();
    }
    assertThat(open(knowing)).hasSize(4);
    assertThat(answers(knowing)).hasSize(4).allMatch(says -> says.agrees());
  }

  @Test
  void areAskedAgainWhenTheStateThatGaveThemIsGone() {
    world.add(model, KIT, random, 15);
    String fork = anvil.snapshot();
    world.add(model, KIT, random, 12);
    world.follow(model);
    assertAnsweredAsTheContractDoes(27);
    anvil.revert(fork);
    anvil.mine(30);
    world.catchUp();
    assertAnsweredAsTheContractDoes(15);
  }

  @Test
  void areAskedForOnceMoreWhenTheSameSamplesComeInOtherBlocks() {
    world.add(model, KIT, random, 8);
    String fork = anvil.snapshot();
    world.add(model, KIT, new Random(5), 6);
    world.follow(model);
    anvil.revert(fork);
    anvil.mine(2);
    world.add(model, KIT, new Random(5), 6);
    anvil.mine(10);
    world.catchUp();
    assertAnsweredAsTheContractDoes(14);
  }

  @Test
  void areForgottenWhenTheReplayTurnsOutWrong() {
    world.add(model, KIT, random, 10);
    world.follow(model);
    assertThat(answers()).hasSize(10);
    world.add(model, KIT, random, 3);
    world.get(Indexer.class).catchUp();
    Sample last = world.samples(model.id()).getLast();
    world
        .jdbc()
        .sql("update sample set label = 77 where block_number = ? and log_index = ?")
        .params(last.position().block(), last.position().index())
        .update();
    world.catchUp();
    assertThat(world.get(AccuracyFigures.class).of(model.id()))
        .isInstanceOf(Figures.Withheld.class);
    assertThat(answers()).isEmpty();
    assertThat(open()).hasSize(13);
  }

  @Test
  void areNotKeptOfWhatIsClosed() {
    world.add(model, KIT, random, 12);
    world.follow(model);
    Sample refundable =
        open().stream().filter(OpenAnswersTest::isAgreedWith).findFirst().orElseThrow();
    anvil.increaseTime(150);
    anvil.mine(1);
    TrainerCall refund =
        new TrainerCall.Refund(refundable.features(), refundable.label(), refundable.addedTime());
    assertThat(anvil.receipt(model.claim(account(refundable.sender()), refund)).get("status"))
        .hasToString("\"0x1\"");
    world.catchUp();
    Sample closed = world.get(Samples.class).find(refundable.log()).orElseThrow();
    assertThat(closed.open()).isNull();
    assertThat(agreedWith()).doesNotContain(closed.log()).hasSizeLessThan(12);
    assertAnsweredAsTheContractDoes(11);
  }

  private int account(Address sender) {
    return anvil.accounts().indexOf(sender);
  }

  private static boolean isAgreedWith(Sample sample) {
    return Objects.requireNonNull(answer(sample).agrees());
  }

  private List<LogRef> agreedWith() {
    SampleCriteria criteria = new SampleCriteria.Builder().model(model.id()).agrees(true).build();
    return find(criteria).map(Sample::log).toList();
  }

  private Stream<Sample> find(SampleCriteria criteria) {
    SampleQuery query = new SampleQuery(criteria, SampleQuery.Sort.NEWEST, 1000, null);
    return world.get(Samples.class).search(query).samples().stream();
  }

  private List<Sample> open() {
    return open(model);
  }

  private List<Sample> open(DeployedModel of) {
    return find(new SampleCriteria.Builder().model(of.id()).build())
        .filter(sample -> sample.open() != null)
        .toList();
  }

  private static ModelSays answer(Sample sample) {
    OpenState state = Objects.requireNonNull(sample.open());
    return Objects.requireNonNull(state.answer());
  }

  private List<ModelSays> answers() {
    return answers(model);
  }

  private List<ModelSays> answers(DeployedModel of) {
    return open(of).stream()
        .map(sample -> Objects.requireNonNull(sample.open()).answer())
        .filter(Objects::nonNull)
        .toList();
  }

  private void assertAnsweredAsTheContractDoes(int samples) {
    assertThat(open()).hasSize(samples);
    for (Sample sample : open()) {
      ModelSays says = answer(sample);
      String block = "0x" + Long.toHexString(says.block());
      long label = DeployedModel.predict(anvil, model.classifier(), sample.features(), block);
      assertThat(says.agrees())
          .as("whether the model agrees with %s at block %d", sample.position(), says.block())
          .isEqualTo(label == sample.label().bits());
    }
    assertThat(answers().stream().map(ModelSays::agrees).distinct())
        .as("both answers occur")
        .hasSize(2);
    assertAnsweredByTheLatestState();
  }

  private void assertAnsweredByTheLatestState() {
    ModelId id = model.id();
    long state = world.get(ReplayJournal.class).progress(id).orElseThrow().state().digest().first();
    assertThat(
            world
                .jdbc()
                .sql("select distinct answered_state from open_sample")
                .query(Long.class)
                .list())
        .containsExactly(state);
  }

  /** Which transaction wrote each answered row. */
  private Map<String, String> answeredRows() {
    Map<String, String> rows = new TreeMap<>();
    world
        .jdbc()
        .sql("select block_number, log_index, xmin::text from open_sample where answered")
        .query(
            row -> {
              rows.put(row.getLong(1) + "/" + row.getInt(2), row.getString(3));
            });
    return rows;
  }
}
