package org.sumscan.learning;

import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The golden vectors, which hold the contracts, hold the Java code too. */
class GoldenVectorsTest {

  static Stream<Arguments> measured() {
    return elements(GoldenFile.read("originals-measured.json").get("rules"))
        .map(
            measured ->
                Arguments.argumentSet(measured.get("rules").asString(), rules(measured), measured));
  }

  static Stream<Arguments> written() {
    return Arrays.stream(LearningRules.values())
        .map(rules -> GoldenFile.read(rules.wireName().replace("/", "-v") + ".json"))
        .flatMap(
            file ->
                elements(file.get("cases"))
                    .map(
                        written ->
                            Arguments.argumentSet(
                                rules(file).wireName() + ": " + written.get("name").asString(),
                                rules(file),
                                written)));
  }

  @ParameterizedTest
  @MethodSource("measured")
  void whatWasMeasuredOnTheOriginalsComesOut(LearningRules rules, JsonNode measured) {
    new GoldenCase(rules, measured).replay();
  }

  @ParameterizedTest
  @MethodSource("written")
  void everyStepPredictionAndStateOfACaseComesOut(LearningRules rules, JsonNode written) {
    new GoldenCase(rules, written).replay();
  }

  private static LearningRules rules(JsonNode node) {
    return LearningRules.named(node.get("rules").asString()).orElseThrow();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
