package org.sumscan.pages.model.forms;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.originals.Content;
import org.sumscan.reading.InvalidQuestion;

/**
 * What a visitor typed to ask a model or to teach it: an input or features, or which sample to take
 * them from.
 *
 * @param input not encoded yet; empty for none
 * @param features encoded; empty for none
 * @param example the sample to take them from, as {@link #name} writes it; empty for none
 */
record TypedInput(String input, String features, String example) {

  static final TypedInput NOTHING = new TypedInput("", "", "");

  private static final int LONGEST = 500_000;

  /**
   * Reads it from a request.
   *
   * @throws InvalidQuestion if something is given twice or is too long
   */
  static TypedInput of(Map<String, String[]> parameters) {
    return new TypedInput(
        one(parameters, "input"), one(parameters, "features"), one(parameters, "example"));
  }

  /** The value of a parameter that is given at most once. */
  static String one(Map<String, String[]> parameters, String name) {
    String[] given = parameters.get(name);
    if (given == null || given.length == 0) return "";
    if (given.length > 1) throw new InvalidQuestion("Give “" + name + "” once.");
    if (given[0].length() > LONGEST) {
      throw new InvalidQuestion("“" + name + "” has more than " + LONGEST + " characters.");
    }
    return given[0];
  }

  boolean isNothing() {
    return input.isBlank() && features.isBlank();
  }

  /** The same with what a sample was made from. */
  TypedInput from(Sample sample, Optional<Content> original) {
    return original.orElse(null) instanceof Content.Text(String text)
        ? new TypedInput(text, "", example)
        : new TypedInput("", list(sample.features()), example);
  }

  /** The sample that is named, if one is. */
  Optional<LogRef> sample(Model model) {
    if (example.isEmpty()) return Optional.empty();
    int dot = example.indexOf('.');
    try {
      return Optional.of(
          new LogRef(
              model.id().chain(),
              Hash32.of(example.substring(0, dot)),
              Integer.parseInt(example.substring(dot + 1))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InvalidQuestion("The link names no sample to try.");
    }
  }

  /** How a sample is named in a link. */
  static String name(LogRef sample) {
    return sample.transaction() + "." + sample.index();
  }

  /** Features as one would type them. */
  static String list(long[] features) {
    return LongStream.of(features).mapToObj(Long::toString).collect(Collectors.joining(", "));
  }
}
