package org.sumscan.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.learning.ClassifierKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescribedKindsTest {

  @Test
  void theDescriptionNamesEveryKindOfClassifierWhereverItNamesAny() throws IOException {
    List<String> kinds =
        Arrays.stream(ClassifierKind.values()).map(ClassifierKind::wireName).toList();
    List<List<String>> described =
        description().findValues("enum").stream()
            .map(DescribedKindsTest::words)
            .filter(words -> words.contains("naive-bayes"))
            .toList();
    assertThat(described).isNotEmpty().allSatisfy(words -> assertThat(words).isEqualTo(kinds));
  }

  private static List<String> words(JsonNode node) {
    return node.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode description() throws IOException {
    try (InputStream file = DescribedKindsTest.class.getResourceAsStream("/api/openapi.json")) {
      return new JsonMapper().readTree(file);
    }
  }
}
