package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.ListingRecords;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.kernel.Address;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.validation.ListingService.Outcome;
import org.sumscan.registration.validation.ValidationQueue.Taken;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;

class ListingTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private static Anvil anvil;
  private static ValidatorRun examination;

  @BeforeAll
  static void start() {
    anvil = Anvil.start();
    examination = new ValidatorRun(anvil);
  }

  @AfterAll
  static void end() {
    examination.close();
    anvil.close();
  }

  @Test
  void listsWhatPassesAndWritesItDown() {
    DeployedModel model = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON));
    Validation validation = examination.judged(model.trainer());
    assertThat(list(validation.id(), false)).isEqualTo(new Outcome.Listed(model.id()));
    assertThat(list(validation.id(), false)).isEqualTo(new Outcome.Listed(model.id()));
    assertThat(examination.part(Models.class).replayable()).contains(model.id());
    assertThat(examination.part(ListingRecords.class).outcomes(model.id()))
        .containsExactly("It is listed.");
  }

  @Test
  void listsWhatWarnsOnlyForWhoAcceptsIt() {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.NAIVE_BAYES, 1));
    DeployedModel model = OriginalsKit.points(anvil, kit);
    UUID validation = examination.judged(model.trainer()).id();
    assertThat(list(validation, false)).isInstanceOf(Outcome.Refused.class);
    assertThat(examination.part(Models.class).find(model.id())).isEmpty();
    assertThat(list(validation, true)).isEqualTo(new Outcome.Listed(model.id()));
    assertThat(
            examination
                .jdbc()
                .sql("select array_to_string(accepted, ' ') from listing_record where address = ?")
                .param(model.trainer().bytes())
                .query(String.class)
                .single())
        .isEqualTo("bytecode storage");
  }

  @Test
  void answersAtOnceWhereAnotherInstanceValidatesAndListsWhenItHas() throws InterruptedException {
    PostedModels posted = examination.part(PostedModels.class);
    DeployedModel model = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NEAREST_CENTROID));
    InetAddress client = ValidatorRun.client(61_000);
    assertThat(posted.list(model.trainer(), client))
        .isInstanceOfSatisfying(
            PostedModels.Outcome.Later.class,
            later -> assertThat(later.sentence()).contains("waits for another instance"));
    assertThat(step()).as("the other instance").isTrue();
    assertThat(posted.list(model.trainer(), client))
        .isEqualTo(new PostedModels.Outcome.Listed(model.id()));

    Address handler = model.handler();
    assertThat(posted.list(handler, client)).isInstanceOf(PostedModels.Outcome.Later.class);
    assertThat(step()).as("the other instance").isTrue();
    assertThat(posted.list(handler, client)).isInstanceOf(PostedModels.Outcome.Refused.class);
    assertThat(step()).as("judged once").isFalse();
    assertThat(posted.list(new Address(6, 6, 6), client))
        .isInstanceOf(PostedModels.Outcome.NotThere.class);
  }

  @Test
  void doesNotListWhatFailsOrIsStillBeingJudged() {
    Validation failed = examination.judged(new Address(4, 4, 4));
    assertThat(list(failed.id(), true)).isInstanceOf(Outcome.Refused.class);
    UUID waiting = examination.queue(ValidatorRun.CHAIN, new Address(4, 4, 5).toString());
    assertThat(list(waiting, true)).isInstanceOf(Outcome.Refused.class);
    assertThat(list(UUID.randomUUID(), true)).isEqualTo(new Outcome.NoValidation());
    assertThat(step()).isTrue();
  }

  @Test
  void beginsAnewWhatWasInterruptedAndGivesUpInTheEnd() {
    Validations validations = examination.part(Validations.class);
    UUID id = examination.queue(ValidatorRun.CHAIN, new Address(4, 4, 6).toString());
    Duration over = Duration.ofMillis(-1);
    assertThat(validations.take(over, 3, false))
        .hasValueSatisfying(turn -> assertThat(turn.id()).isEqualTo(id));
    assertThat(validations.find(id)).hasValueSatisfying(v -> assertThat(v.isRunning()).isTrue());
    assertThat(validations.take(over, 3, false)).isPresent();
    assertThat(step()).isTrue();
    assertThat(validations.find(id).orElseThrow().reason()).isNull();

    UUID unlucky = examination.queue(ValidatorRun.CHAIN, new Address(4, 4, 7).toString());
    for (int i = 0; i < 3; i++) assertThat(validations.take(over, 3, false)).isPresent();
    assertThat(step()).isTrue();
    Validation given = validations.find(unlucky).orElseThrow();
    assertThat(given.verdict()).isEqualTo(CheckVerdict.FAILED);
    assertThat(given.reason()).contains("begun 3 times");
  }

  @Test
  void givesATurnBackWhenItIsStopped() throws InterruptedException {
    Validations validations = examination.part(Validations.class);
    UUID id = examination.queue(ValidatorRun.CHAIN, new Address(4, 4, 8).toString());
    Thread worker =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  Thread.currentThread().interrupt();
                  step();
                });
    worker.start();
    worker.join();
    assertThat(validations.find(id).orElseThrow().isRunning()).isTrue();
    assertThat(validations.take(LEASE, 3, false))
        .hasValueSatisfying(turn -> assertThat(turn.attempt()).isEqualTo(1));
    assertThat(validations.take(LEASE, 3, false)).isEmpty();
    examination.jdbc().sql("delete from validation where id = ?").param(id).update();
  }

  @Test
  void judgesAnAddressOnceAtATimeAndAClientOnlySoOften() {
    ValidationQueue queue = examination.part(ValidationQueue.class);
    String address = new Address(5, 5, 5).toString();
    Taken first = queue.judge(ValidatorRun.CHAIN, address, ValidatorRun.client(60_000));
    assertThat(queue.judge(ValidatorRun.CHAIN, address, ValidatorRun.client(60_001)))
        .isEqualTo(first);
    Taken last = first;
    for (int i = 0; i < 20; i++) {
      last =
          queue.judge(
              ValidatorRun.CHAIN, new Address(5, 6, i).toString(), ValidatorRun.client(60_000));
    }
    assertThat(last).isInstanceOf(Taken.Busy.class);
    examination.jdbc().sql("delete from validation where state = 'waiting'").update();
  }

  private static boolean step() {
    try {
      return examination.part(ValidationEngine.class).step();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Outcome list(UUID validation, boolean accepted) {
    return examination
        .part(ListingService.class)
        .list(validation, accepted, ValidatorRun.client(7));
  }
}
