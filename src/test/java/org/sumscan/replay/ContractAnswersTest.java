package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.ListingState;
import org.sumscan.claims.Plan;
import org.sumscan.claims.Plans;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.registration.ListingResult;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;

/** No list hides the money of a model that cannot be replayed: its contract is asked. */
class ContractAnswersTest {

  private static final long[] FEATURES = {5};
  private static final int AUTHOR = 1;

  private final Anvil anvil = Anvil.start();
  private final ReplayWorld world = new ReplayWorld(anvil, anvil.url(), 50, "claims");
  private final Address author = anvil.accounts().get(AUTHOR);
  private DeployedModel model;

  @BeforeEach
  void listAModelThatCannotBeReplayed() {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, 1));
    byte[] constructor = Arrays.copyOf(kit.constructor(), kit.constructor().length + 32);
    model =
        OriginalsKit.stakeable(
            anvil,
            new ModelKit(
                kit.kind(), kit.artifact(), constructor, kit.calls(), kit.start(), kit.classes()));
    index();
    assertThat(world.get(Registration.class).listModel(model.id()))
        .isInstanceOfSatisfying(
            ListingResult.Listed.class,
            listed -> {
              assertThat(listed.model().listingState()).isEqualTo(ListingState.NOT_REPLAYABLE);
              assertThat(listed.model().listingReason())
                  .contains("Its constructor's arguments were not found.");
            });
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void showWhatCanBeRefundedUntilTheModelLearnsOtherwise() {
    model.add(AUTHOR, FEATURES, predicted());
    anvil.increaseTime(150);
    anvil.mine(1);
    index();
    assertThat(with(ClaimStatus.REFUNDABLE)).isEmpty();
    ask();
    List<LogRef> refundable = with(ClaimStatus.REFUNDABLE);
    assertThat(refundable).hasSize(1);
    assertThat(world.get(OpenSamples.class).candidates(model.id().chain(), author, 10))
        .isEqualTo(refundable);
    assertThat(plan().steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.sample()).isEqualTo(refundable.getFirst());
              assertThat(step.mode()).isEqualTo(ClaimKind.REFUND);
            });
    long first = answer(refundable.getFirst()).block();
    teachOtherwise();
    assertThat(with(ClaimStatus.REFUNDABLE)).isEqualTo(refundable);
    ask();
    assertThat(with(ClaimStatus.REFUNDABLE)).doesNotContain(refundable.getFirst());
    assertThat(with(ClaimStatus.REPORTABLE)).contains(refundable.getFirst());
    assertThat(answer(refundable.getFirst()).block()).isGreaterThan(first);
  }

  @Test
  void comeToAnEndAndAreOfTheNewestState() {
    for (int i = 0; i < 3; i++) {
      anvil.increaseTime(3600);
      model.add(AUTHOR, FEATURES, predicted());
    }
    index();
    ask();
    long head = anvil.head();
    anvil.mine(3);
    index();
    assertThat(world.get(ContractAnswers.class).step()).isFalse();
    assertThat(openSamples())
        .hasSize(3)
        .allSatisfy(sample -> assertThat(answer(sample).block()).isEqualTo(head));
  }

  @Test
  void areAskedAgainWhenTheSampleThatTaughtTheModelIsGone() {
    model.add(AUTHOR, FEATURES, predicted());
    String fork = anvil.snapshot();
    teachOtherwise();
    ask();
    LogRef sample = openSamples().getFirst();
    assertThat(answer(sample).agrees()).isFalse();
    anvil.revert(fork);
    anvil.mine(60);
    index();
    ask();
    assertThat(openSamples()).containsExactly(sample);
    assertThat(answer(sample).agrees()).isTrue();
  }

  private void teachOtherwise() {
    long before = predicted();
    for (int i = 0; i < 40 && predicted() == before; i++) {
      anvil.increaseTime(3600);
      model.add(2, FEATURES, 1 - before);
    }
    assertThat(predicted()).isNotEqualTo(before);
    index();
  }

  private long predicted() {
    return DeployedModel.predict(anvil, model.classifier(), FEATURES, "latest");
  }

  private void index() {
    world.get(Indexer.class).catchUp();
  }

  private void ask() {
    for (int i = 0; i < 100; i++) {
      if (!world.get(ContractAnswers.class).step()) return;
    }
    throw new AssertionError("asking does not come to an end");
  }

  private Plan.Planned plan() {
    Plan plan = world.get(Plans.class).everything(model.id().chain(), author, 10);
    assertThat(plan).isInstanceOf(Plan.Planned.class);
    return (Plan.Planned) plan;
  }

  private OpenState.ModelSays answer(LogRef log) {
    Sample sample = world.get(Samples.class).find(log).orElseThrow();
    return Objects.requireNonNull(Objects.requireNonNull(sample.open()).answer());
  }

  private List<LogRef> with(ClaimStatus status) {
    long now =
        Long.decode(
            anvil.call("eth_getBlockByNumber", "latest", false).get("timestamp").asString());
    return found(
        new SampleCriteria.Builder()
            .model(model.id())
            .status(status)
            .now(Map.of(model.id().chain(), now))
            .build());
  }

  private List<LogRef> openSamples() {
    return found(new SampleCriteria.Builder().model(model.id()).build());
  }

  private List<LogRef> found(SampleCriteria criteria) {
    SampleQuery query = new SampleQuery(criteria, SampleQuery.Sort.OLDEST, 100, null);
    return world.get(Samples.class).search(query).samples().stream().map(Sample::log).toList();
  }
}
