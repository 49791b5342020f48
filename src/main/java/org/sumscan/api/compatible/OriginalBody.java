package org.sumscan.api.compatible;

import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.PostedFigure;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.reading.InvalidQuestion;
import tools.jackson.databind.JsonNode;

/** Reads what clients of the original server post; fields that are not known are passed over. */
record OriginalBody(JsonNode fields) {

  static final String INVALID = "The body is invalid.";

  static OriginalBody of(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) throw new InvalidQuestion(INVALID);
    return new OriginalBody(body);
  }

  /** A text that must be there and not be empty. */
  String text(String name) {
    JsonNode field = fields.get(name);
    if (field == null || !field.isString() || field.asString().isBlank()) {
      throw new InvalidQuestion(INVALID);
    }
    return field.asString();
  }

  Address address(String name) {
    try {
      return Address.of(text(name));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(INVALID);
    }
  }

  Hash32 transaction() {
    try {
      return Hash32.of(text("transactionHash"));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "“transactionHash” must be a transaction's hash: 0x and 64 hexadecimal digits.");
    }
  }

  /** A number or a string of one; null where it is absent. */
  @Nullable PostedFigure figure() {
    JsonNode field = fields.get("accuracy");
    if (field == null || field.isNull()) return null;
    try {
      if (field.isNumber()) return PostedFigure.number(field.decimalValue());
      if (field.isString()) return PostedFigure.text(field.asString());
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      // Said below.
    }
    throw new InvalidQuestion("“accuracy” must be a number, or a string of one.");
  }

  /** The number of a block; null where it is absent. */
  @Nullable Long block() {
    JsonNode field = fields.get("blockNumber");
    if (field == null || field.isNull()) return null;
    if (field.isIntegralNumber() && field.canConvertToLong() && field.longValue() >= 0) {
      return field.longValue();
    }
    throw new InvalidQuestion("“blockNumber” must be the number of a block.");
  }

  /** The original's only data: {@code originalData.text}. */
  String originalText() {
    JsonNode text = fields.path("originalData").path("text");
    if (!text.isString()) {
      throw new InvalidQuestion("“originalData” must be an object with a “text”.");
    }
    return text.asString();
  }

  /**
   * The model that an id of this interface names, such as {@code 1-0x12…}.
   *
   * @throws IllegalArgumentException if it names none
   */
  static ModelId model(String id) {
    int dash = id.indexOf('-');
    if (dash < 0) throw new IllegalArgumentException("no id of a model");
    return new ModelId(ChainId.of(id.substring(0, dash)), Address.of(id.substring(dash + 1)));
  }
}
