package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sumscan.registration.validation.ValidatorRun.check;
import static org.sumscan.registration.validation.ValidatorRun.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;

/**
 * Dense models are registered however wide their samples are: long inputs cost gas of their own.
 */
class WideModelsTest {

  private static final long ONE = 1_000_000_000L;
  private static final int AT_ONCE = 200;

  private static Anvil anvil;
  private static ValidatorRun run;

  @BeforeAll
  static void open() {
    anvil = Anvil.start();
    run = new ValidatorRun(anvil);
  }

  @AfterAll
  static void close() {
    run.close();
    anvil.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DENSE_PERCEPTRON, 1",
    "DENSE_PERCEPTRON, 48",
    "DENSE_PERCEPTRON, 400",
    "DENSE_PERCEPTRON, 2000",
    "NEAREST_CENTROID, 48",
    "NEAREST_CENTROID, 2000"
  })
  void isAskedWithEnoughGas(ClassifierKind kind, int dimensions) {
    ModelKit kit =
        kind == ClassifierKind.DENSE_PERCEPTRON ? perceptron(dimensions) : centroid(dimensions);
    Validation validation = run.judged(DeployedModel.of(anvil, kit).trainer());
    CheckResult predict = check(validation, "predict");
    assertThat(predict.verdict()).as(words(validation)).isNotEqualTo(CheckVerdict.FAILED);
    assertThat(predict.found()).contains("for a sample of %,d numbers".formatted(dimensions));
    assertThat(validation.reason()).isNull();
    assertThat(validation.verdict()).as(words(validation)).isNotEqualTo(CheckVerdict.FAILED);
  }

  private static ModelKit perceptron(int dimensions) {
    int first = Math.min(dimensions, AT_ONCE);
    List<byte[]> calls = new ArrayList<>();
    for (int done = first; done < dimensions; done += AT_ONCE) {
      calls.add(
          Abi.call("initializeWeights(int80[])", values(Math.min(AT_ONCE, dimensions - done))));
    }
    ModelKit small = ModelKit.of(ClassifierKind.DENSE_PERCEPTRON);
    return new ModelKit(
        small.kind(),
        Artifact.of("DensePerceptron"),
        Abi.tuple(List.of(List.of("no", "yes"), values(first), 7, ONE / 2)),
        calls,
        small.start(),
        2);
  }

  private static ModelKit centroid(int dimensions) {
    int first = Math.min(dimensions, AT_ONCE);
    List<byte[]> calls = new ArrayList<>();
    for (int done = first; done < dimensions; done += AT_ONCE) {
      for (int label = 0; label < 2; label++) {
        calls.add(
            Abi.call(
                "extendCentroid(int64[],uint64)",
                values(Math.min(AT_ONCE, dimensions - done)),
                label));
      }
    }
    ModelKit small = ModelKit.of(ClassifierKind.NEAREST_CENTROID);
    return new ModelKit(
        small.kind(),
        Artifact.of("NearestCentroidClassifier"),
        Abi.tuple(
            List.of(List.of("no", "yes"), List.of(values(first), values(first)), List.of(2, 3))),
        calls,
        small.start(),
        2);
  }

  private static List<Long> values(int count) {
    return Collections.nCopies(count, ONE / 50);
  }
}
