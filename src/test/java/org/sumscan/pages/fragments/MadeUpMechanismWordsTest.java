package org.sumscan.pages.fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.catalog.ModelMetadata;
import org.sumscan.catalog.ModelOwners;
import org.sumscan.catalog.ModelTexts;
import org.sumscan.catalog.Pricing;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.MechanismRule;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.LearningRules;
import org.sumscan.pages.text.MechanismWords;

/** A model's page tells the rules of a mechanism that no code but its own class knows. */
class MadeUpMechanismWordsTest {

  private final Mechanism rules = Mechanisms.named("made-up/1").orElseThrow();
  private final Model model =
      new Model(
          new ModelId(new ChainId(7), new Address(9, 9, 9)),
          new ModelMetadata(
              new ModelTexts("name", "words", "none", List.of("one", "other")),
              LearningRules.NAIVE_BAYES_2,
              rules,
              new ModelContracts(new Address(1, 1, 1), new Address(2, 2, 2), new Address(3, 3, 3)),
              new ModelOwners(new Address(4, 4, 4), null),
              new Waits(3600, 5400, 7000),
              new Pricing(BigInteger.valueOf(77), 5),
              null),
          Instant.EPOCH);

  @Test
  void tellsItsRulesAndWindows() {
    ModelRules told = ModelRules.of(model);
    assertThat(told.sentences())
        .isEqualTo(rules.rules().stream().map(MechanismRule::sentence).toList());
    assertThat(told.windows())
        .extracting(ModelRules.Window::when, ModelRules.Window::title)
        .containsExactly(
            tuple("At once", "Added"),
            tuple("After 60 minutes", "Refund"),
            tuple("After 2 hours", "Report"));
  }

  @Test
  void tellsItsPriceAndItsStake() {
    assertThat(model.depositAt(1_000, null)).isEqualTo(Wei.of(77));
    assertThat(MechanismWords.price(model.mechanism())).isEqualTo("the price of every sample");
    assertThat(MechanismWords.stake(model.mechanism().stake())).isEqualTo("Deposit");
    assertThat(MechanismWords.amount(model, Wei.of(77))).isNotNull();
  }
}
