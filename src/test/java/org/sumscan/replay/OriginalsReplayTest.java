package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.accuracy.Series;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import org.sumscan.testing.Recomputation;
import org.sumscan.testing.Recomputation.Answer;

/** A model by the originals' rules, built by their compiler, is listed and followed like ours. */
class OriginalsReplayTest {

  private final ReplayWorld world = new ReplayWorld();
  private final Anvil anvil = world.anvil();
  private final Random random = new Random(23);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void isListedReplayedAndItsClaimsAreLinked(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(LearningRules.of(kind, 1));
    boolean money = kind.ordinal() % 2 == 0;
    DeployedModel model =
        money ? OriginalsKit.stakeable(anvil, kit) : OriginalsKit.points(anvil, kit);
    world.add(model, kit, random, 40);
    world.follow(model);
    Model listed = world.get(Models.class).find(model.id()).orElseThrow();
    assertThat(listed.learningRules()).isEqualTo(kit.start().rules());
    assertThat(listed.mechanism()).isEqualTo(money ? Mechanisms.STAKEABLE_1 : Mechanisms.POINTS_1);
    assertThat(world.replayed(model.id())).isEqualTo(40);

    List<Answer> answers = Recomputation.of(anvil, model.trainer());
    assertThat(world.line(model.id(), Series.PREQUENTIAL).points())
        .last()
        .satisfies(
            point ->
                assertThat(point.hits()).isEqualTo(answers.stream().filter(Answer::hit).count()));

    Sample sample = agreed(model);
    anvil.increaseTime(100);
    TrainerCall refund =
        new TrainerCall.Refund(sample.features(), sample.label(), sample.addedTime());
    int author = anvil.accounts().indexOf(sample.sender());
    anvil.receipt(model.claim(author, refund));
    world.catchUp();
    assertThat(world.get(Claims.class).search(ClaimQuery.ofModel(model.id(), 5)).claims())
        .extracting(Claim::sample)
        .containsExactly(sample.log());
  }

  /** A sample that the contract now predicts the label of, so that its author can have it back. */
  private Sample agreed(DeployedModel model) {
    return world.samples(model.id()).stream()
        .filter(
            sample ->
                new UInt64(
                        DeployedModel.predict(
                            anvil, model.classifier(), sample.features(), "latest"))
                    .equals(sample.label()))
        .findFirst()
        .orElseThrow();
  }
}
