package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sumscan.registration.validation.ValidatorRun.ids;
import static org.sumscan.registration.validation.ValidatorRun.words;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;

class ValidatorTest {

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

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void passesEachKindOfOurs(ClassifierKind kind) {
    DeployedModel model = DeployedModel.of(anvil, ModelKit.of(kind));
    Validation validation = examination.judged(model.trainer());
    assertThat(validation.verdict()).as(words(validation)).isEqualTo(CheckVerdict.PASSED);
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void findsNothingWrongInEachKindOfTheOriginals(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(LearningRules.of(kind, 1));
    DeployedModel model = OriginalsKit.stakeable(anvil, kit);
    Validation validation = examination.judged(model.trainer());
    assertThat(ids(validation, CheckVerdict.FAILED)).as(words(validation)).isEmpty();
  }
}
