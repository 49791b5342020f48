package org.sumscan.claims;

import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;

/** How drafted transactions speak of samples to whoever signs them. */
final class SampleWords {

  private static final int MOST_CHARACTERS = 60;

  private SampleWords() {}

  /**
   * A label by the name of its class, with the number beside it; by its number where it has none.
   */
  static String label(Model model, UInt64 label) {
    long index = label.bits();
    if (index < 0 || index >= model.classNames().size()) return "class " + label;
    String name = model.classNames().get((int) index).replaceAll("\\s+", " ").strip();
    if (name.isEmpty() || name.equals("class " + label)) return "class " + label;
    String shown =
        name.codePointCount(0, name.length()) <= MOST_CHARACTERS
            ? name
            : name.substring(0, name.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    return "“%s” (class %s)".formatted(shown, label);
  }

  static String features(int count) {
    return count == 1 ? "1 feature" : count + " features";
  }
}
