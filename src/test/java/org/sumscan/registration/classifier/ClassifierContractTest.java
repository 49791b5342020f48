package org.sumscan.registration.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.KnownCode;
import org.sumscan.kernel.Hex;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.classifier.ClassifierContract.Getter;
import tools.jackson.databind.json.JsonMapper;

class ClassifierContractTest {

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void eachKindIsRecognisedByItsOwnGetters(ClassifierKind kind) {
    List<Getter> answered = ClassifierContract.of(kind).getters();
    assertThat(ClassifierContract.kind(answered::contains)).contains(kind);
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void aContractThatLacksOneGetterIsNotOfItsKind(ClassifierKind kind) {
    for (Getter lacking : ClassifierContract.of(kind).getters()) {
      List<Getter> answered =
          ClassifierContract.of(kind).getters().stream().filter(one -> one != lacking).toList();
      assertThat(ClassifierContract.kind(answered::contains)).isNotEqualTo(Optional.of(kind));
    }
  }

  @Test
  void aContractWithOtherGettersIsOfNoKind() {
    assertThat(ClassifierContract.kind(getter -> getter.function() == ContractFunction.NORM))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void aKindHasAGetterForEachPlaceIfItsSamplesAreDense(ClassifierKind kind) {
    assertThat(ClassifierContract.of(kind).valueAt() != null).isEqualTo(kind.isDense());
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void everyKindHasRulesOfBothVersions(ClassifierKind kind) {
    assertThat(LearningRules.of(kind, 1).kind()).isEqualTo(kind);
    assertThat(LearningRules.of(kind, 2).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void theCodeOfEachKindsContractIsKnown(ClassifierKind kind) throws IOException {
    String artifact = ClassifierContract.of(kind).artifact();
    try (InputStream file = getClass().getResourceAsStream("/contracts/" + artifact + ".json")) {
      String code = new JsonMapper().readTree(file).get("runtime").asString();
      assertThat(KnownCode.load().contractOf(Hex.bytes(code))).contains(artifact);
    }
  }
}
