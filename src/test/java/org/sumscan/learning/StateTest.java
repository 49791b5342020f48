package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt64;

/** A state has one form in bytes, whatever its history, and nothing else is read as one. */
class StateTest {

  private static final UInt64 FIRST_CLASS = new UInt64(0);

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void aStateIsReadAsItWasWritten(LearningRules rules) {
    Classifier model = Models.small(rules);
    assertThat(model.update(Models.sample(rules), FIRST_CLASS))
        .isInstanceOf(Training.Learned.class);
    Classifier restored = Classifier.restore(rules, model.state());
    assertThat(restored.state()).isEqualTo(model.state());
    assertThat(restored.rules()).isEqualTo(rules);
    assertThat(restored.classCount()).isEqualTo(2);
    assertThat(restored.predict(Models.sample(rules)))
        .isEqualTo(model.predict(Models.sample(rules)));
  }

  /** Stored checkpoints and published digests would break if these changed. */
  @ParameterizedTest
  @CsvSource({
    "DENSE_PERCEPTRON_1, 0xc5eb71a6e21e492d9cef806d4f3532a31c32a7b03e31f45f7b4bd695ffca979b",
    "DENSE_PERCEPTRON_2, 0xea52ed083a9860e65203e1984d84ffd45407787581676afd02d3abd55e5b6a1f",
    "SPARSE_PERCEPTRON_1, 0x954def33d10b5564926ed5bec26f3fe1e762da8b57e9856d3da1df0e47ec5888",
    "SPARSE_PERCEPTRON_2, 0xba51de9f1b0455fe685d3088c291b40039f17d448cd4c3ed4b060c8a3c464c15",
    "NAIVE_BAYES_1, 0x37213dbb3c9cafb6112a0a8e7234bc39c59866fe72f181d6b359c7f1ecd5b2ea",
    "NAIVE_BAYES_2, 0x5034863b2d11f3bd4eab3154f38889c8099032e0eaeff897cc7a8eabaa8c0eb0",
    "NEAREST_CENTROID_1, 0x713cccf81e88b429e86c1112dea960520cbe0f3acb57fc264d0af69b06eb65e2",
    "NEAREST_CENTROID_2, 0x1571b530fc110bbffb23e2da474d1929a7a3c2a9df25231e0c5bb9e33215b41e",
    "SPARSE_NEAREST_CENTROID_1, 0xa95ccb42247b1d4c3854b4f86b70d886aeae6ef136cc459877cf9cec390033af",
    "SPARSE_NEAREST_CENTROID_2, 0x0d8cb8f7c7a8958e5f114215ae23c7e2e78a04d2fd99cfd941d1e72ffb68e84d"
  })
  void theDigestOfAStateStaysWhatItIs(LearningRules rules, String digest) {
    assertThat(Models.small(rules).digest()).isEqualTo(Hash32.of(digest));
  }

  @Test
  void aStateIsFormatKindVersionAndThenTheNumbers() {
    SparsePerceptron model =
        SparsePerceptron.start(
                LearningRules.SPARSE_PERCEPTRON_2,
                2,
                new BigInteger[] {BigInteger.ZERO, BigInteger.valueOf(-2)},
                BigInteger.valueOf(-1),
                9)
            .build();
    assertThat(Hex.text(model.state()))
        .isEqualTo(
            "0x01"
                + "0202"
                + "00000002"
                + "ffffffffffffffffffff"
                + "00000009"
                + "00000001"
                + "0000000000000001"
                + "fffffffffffffffffffe");
  }

  @Test
  void theOrderInWhichFeaturesCameLeavesNoTrace() {
    for (int version = 1; version <= 2; version++) {
      LearningRules rules = LearningRules.of(ClassifierKind.NAIVE_BAYES, version);
      Random random = new Random(version);
      long[] features = random.longs(3000, 0, 1L << 32).distinct().toArray();
      Classifier forwards = Models.small(rules);
      Classifier backwards = Models.small(rules);
      for (int i = 0; i < features.length; i++) {
        forwards.update(new long[] {features[i]}, FIRST_CLASS);
        backwards.update(new long[] {features[features.length - 1 - i]}, FIRST_CLASS);
      }
      assertThat(forwards.digest()).isEqualTo(backwards.digest());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SPARSE_PERCEPTRON_1", "SPARSE_PERCEPTRON_2"})
  void aWeightThatReturnsToZeroLeavesNoTrace(LearningRules rules) {
    Classifier model = Models.small(rules);
    Hash32 before = model.digest();
    long[] unknown = {77};
    model.update(unknown, new UInt64(0));
    assertThat(model.digest()).isNotEqualTo(before);
    // The intercept of 2 was outvoted by one step of 5; one step back and it is as before.
    model.update(unknown, new UInt64(1));
    assertThat(model.digest()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void aCopyAndItsOriginalGoTheirOwnWays(LearningRules rules) {
    Classifier original = Models.small(rules);
    Hash32 before = original.digest();
    Classifier copy = original.copy();
    assertThat(copy.digest()).isEqualTo(before);
    for (int i = 0; i < 5; i++) copy.update(Models.sample(rules), new UInt64(i % 2));
    assertThat(copy.digest()).isNotEqualTo(before);
    assertThat(original.digest()).isEqualTo(before);
    Hash32 after = copy.digest();
    for (int i = 0; i < 3; i++) original.update(Models.sample(rules), new UInt64(i % 2));
    assertThat(copy.digest()).isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void theStateOfOtherRulesIsRefused(LearningRules rules) {
    byte[] state = Models.small(rules).state();
    for (LearningRules other : LearningRules.values()) {
      if (other == rules) continue;
      assertThatThrownBy(() -> Classifier.restore(other, state))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not one of " + other.wireName());
    }
  }

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void aStateCutShortOrWithMoreBehindItIsRefused(LearningRules rules) {
    byte[] state = Models.small(rules).state();
    for (int length = 0; length < state.length; length++) {
      byte[] cut = Arrays.copyOf(state, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Classifier.restore(rules, cut))
          .withMessageStartingWith("not the state of a classifier: ");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Classifier.restore(rules, Arrays.copyOf(state, state.length + 1)))
        .withMessageContaining("bytes left over");
  }

  @ParameterizedTest
  @EnumSource(LearningRules.class)
  void bytesThatAreReadAreTheCanonicalOnesOfWhatWasRead(LearningRules rules) {
    byte[] state = Models.small(rules).state();
    Random random = new Random(rules.ordinal());
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] hostile = state.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Classifier.restore(rules, hostile).state()).isEqualTo(hostile);
      } catch (IllegalArgumentException expected) {
        assertThat(expected).hasMessageStartingWith("not the state of a classifier: ");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }
}
