package org.sumscan.api.request;

import java.util.ArrayList;
import java.util.List;
import org.sumscan.reading.Features;
import org.sumscan.reading.InvalidQuestion;
import tools.jackson.databind.JsonNode;

/** Features in a body: each an {@code int64}, as a number or as a decimal string. */
public final class JsonFeatures {

  private JsonFeatures() {}

  /**
   * Reads them.
   *
   * @throws InvalidQuestion if one is something else, or there are too many
   */
  public static long[] read(List<JsonNode> sent) {
    List<String> numbers = new ArrayList<>();
    for (JsonNode node : sent) {
      if (!node.isString() && !node.isIntegralNumber()) {
        throw new InvalidQuestion(
            "Feature %d is neither a whole number nor a string of one; features are counted from 0."
                .formatted(numbers.size()));
      }
      numbers.add(node.asString());
    }
    return Features.read(numbers);
  }
}
