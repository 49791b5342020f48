package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.AccuracyLine;
import org.sumscan.accuracy.AccuracyPoint;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.accuracy.ModelStates;
import org.sumscan.accuracy.Series;
import org.sumscan.catalog.InitialState;
import org.sumscan.catalog.Models;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.Prediction;
import org.sumscan.ledger.Sample;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Recomputation;
import org.sumscan.testing.Recomputation.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class ReplayTest {

  private final ReplayWorld world = new ReplayWorld();
  private final Anvil anvil = world.anvil();
  private final Random random = new Random(17);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void endsWithTheAccuracyThatTheContractsThemselvesGive(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(kind);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 60);
    world.follow(model);
    List<Sample> samples = world.samples(model.id());
    assertThat(samples.size()).isEqualTo(60);
    List<Answer> answers = Recomputation.of(anvil, model.trainer());
    assertThat(answers.stream().filter(Answer::first).count())
        .as("blocks, some with several samples")
        .isBetween(10L, 50L);
    AccuracyLine line = world.line(model.id(), Series.PREQUENTIAL);
    long right = 0;
    for (int i = 0; i < 60; i++) {
      right += answers.get(i).hit() ? 1 : 0;
      AccuracyPoint point = line.points().get(i);
      assertThat(point.hits()).as("hits after sample %d", i + 1).isEqualTo(right);
      assertThat(point.position()).isEqualTo(samples.get(i).position());
    }
    AccuracySummary summary = world.shown(model.id());
    assertThat(summary.prequential()).isEqualTo(right / 60.0);
    assertThat(summary.hits()).isEqualTo(right);
  }

  @Test
  void goesOnWhereItWasWhenItIsRestarted() {
    ModelKit kit = ModelKit.of(ClassifierKind.NAIVE_BAYES);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 40);
    world.index(model);
    world.step();
    long first = world.replayed(model.id());
    assertThat(first).isBetween(1L, 39L);
    world.restart();
    world.catchUp();
    assertThat(world.replayed(model.id())).isEqualTo(40);
    List<AccuracyPoint> resumed = world.line(model.id(), Series.PREQUENTIAL_FADING).points();
    world.replayFromTheStart(model.id());
    assertThat(world.line(model.id(), Series.PREQUENTIAL_FADING).points()).isEqualTo(resumed);
  }

  @Test
  void followsAReorganisationAsIfTheOldBranchHadNeverBeen() {
    ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_NEAREST_CENTROID);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 20);
    String fork = anvil.snapshot();
    world.add(model, kit, random, 15);
    world.follow(model);
    assertThat(world.replayed(model.id())).isEqualTo(35);
    anvil.revert(fork);
    world.add(model, kit, random, 25);
    anvil.mine(5);
    world.catchUp();
    assertThat(world.replayed(model.id())).isEqualTo(45);
    List<AccuracyPoint> followed = world.line(model.id(), Series.PREQUENTIAL).points();
    assertThat(followed.stream().map(AccuracyPoint::position))
        .isEqualTo(world.samples(model.id()).stream().map(Sample::position).toList());
    world.replayFromTheStart(model.id());
    assertThat(world.line(model.id(), Series.PREQUENTIAL).points()).isEqualTo(followed);
  }

  @Test
  void publishesTheStateToPredictBy() {
    ModelKit kit = ModelKit.of(ClassifierKind.NEAREST_CENTROID);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 30);
    world.follow(model);
    Classifier latest = world.get(ModelStates.class).latest(model.id()).orElseThrow().classifier();
    for (long[] features : kit.samples(random, 20)) {
      long onChain = DeployedModel.predict(anvil, model.classifier(), features, "latest");
      assertThat(latest.predict(features)).isEqualTo(new Prediction.Label(new UInt64(onChain)));
    }
  }

  @Test
  void withholdsTheFiguresOfAModelThatTheReplayDoesNotUnderstand() {
    ModelKit kit = ModelKit.of(ClassifierKind.NAIVE_BAYES);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 10);
    world.index(model);
    Classifier wrong = kit.start().copy();
    wrong.update(new long[] {1}, new UInt64(0));
    Models models = world.get(Models.class);
    models.put(
        models.find(model.id()).orElseThrow(),
        new InitialState(wrong.state(), wrong.digest(), "a guess"));
    world.catchUp();
    assertThat(world.get(AccuracyFigures.class).of(model.id()))
        .isInstanceOfSatisfying(
            Figures.Withheld.class,
            withheld -> assertThat(withheld.reason()).startsWith("Replay and chain differ in"));
    assertThat(world.get(ModelStates.class).latest(model.id())).isEmpty();
  }

  @Test
  void triesAModelThatDifferedOnceMoreAfterARestart() {
    ModelKit kit = ModelKit.of(ClassifierKind.NAIVE_BAYES);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 10);
    world.follow(model);
    world.withhold(model.id(), "as if it had differed");
    world.catchUp();
    assertThat(world.get(AccuracyFigures.class).of(model.id()))
        .isInstanceOf(Figures.Withheld.class);
    world.restart();
    world.catchUp();
    assertThat(world.shown(model.id()).samples()).isEqualTo(10);
  }

  @Test
  void withholdsTheFiguresWhenItRefusesASampleThatTheChainTook() {
    ModelKit kit = ModelKit.of(ClassifierKind.NEAREST_CENTROID);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 10);
    world.index(model);
    Sample third = world.samples(model.id()).get(2);
    world
        .jdbc()
        .sql("update sample set label = 77 where block_number = ? and log_index = ?")
        .params(third.position().block(), third.position().index())
        .update();
    world.catchUp();
    assertThat(world.get(AccuracyFigures.class).of(model.id()))
        .isInstanceOfSatisfying(
            Figures.Withheld.class,
            withheld ->
                assertThat(withheld.reason())
                    .contains("the replay refuses it", third.position().toString()));
    assertThat(world.replayed(model.id())).isEqualTo(2);
  }

  @Test
  void aSampleThatTheNodeLeftOutIsMissedByTheContractsCountAndPutRightByTheAudit() {
    ModelKit kit = ModelKit.of(ClassifierKind.NEAREST_CENTROID);
    anvil.mine(50);
    DeployedModel model = DeployedModel.of(anvil, kit);
    world.add(model, kit, random, 10);
    anvil.mine(100);
    try (FakeNode node = FakeNode.before(anvil.url());
        ReplayWorld lacking = new ReplayWorld(anvil, node.url(), 7)) {
      node.bend("eth_getLogs", ReplayTest::leaveOutTheThird);
      lacking.follow(model);
      assertThat(lacking.samples(model.id())).hasSize(9);
      assertThat(lacking.get(AccuracyFigures.class).of(model.id()))
          .isInstanceOfSatisfying(
              Figures.Withheld.class,
              withheld ->
                  assertThat(withheld.reason()).contains("counts 10").contains("the index has 9"));
      lacking.get(Indexer.class).audit();
      lacking.catchUp();
      assertThat(lacking.samples(model.id())).hasSize(10);
      assertThat(lacking.shown(model.id()).samples()).isEqualTo(10);
    }
  }

  /** Of answers about ranges and any emitter, as the index asks. */
  private static JsonNode leaveOutTheThird(JsonNode question, JsonNode answer) {
    JsonNode filter = question.get("params").get(0);
    boolean ranged = filter.has("fromBlock") && !filter.has("address");
    if (ranged && answer.get("result") instanceof ArrayNode logs && logs.size() > 2) logs.remove(2);
    return answer;
  }

  @Test
  void replaysManyModelsSideBySide() {
    Map<ModelId, Long> expected = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      ModelKit kit = ModelKit.of(ClassifierKind.values()[i]);
      DeployedModel model = DeployedModel.of(anvil, kit);
      world.add(model, kit, random, 5 + i);
      world.index(model);
      expected.put(model.id(), 5L + i);
    }
    world.catchUp();
    expected.forEach((model, count) -> assertThat(world.shown(model).samples()).isEqualTo(count));
  }
}
