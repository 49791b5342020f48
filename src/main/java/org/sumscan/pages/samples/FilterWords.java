package org.sumscan.pages.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Untrusted;

/** Says in a few words which filters of samples are on. */
final class FilterWords {

  private static final int LONGEST = 44;

  /** How each filter reads before its value; the status has chips of its own. */
  private static final Map<String, String> BEFORE = new LinkedHashMap<>();

  static {
    BEFORE.put("text", "with the words");
    BEFORE.put("sender", "added by");
    BEFORE.put("label", "labelled");
    BEFORE.put("agrees", "");
    BEFORE.put("claim", "");
    BEFORE.put("mine", "");
    BEFORE.put("account", "for");
    BEFORE.put("fromTime", "from");
    BEFORE.put("toTime", "until");
    BEFORE.put("fromBlock", "from block");
    BEFORE.put("toBlock", "to block");
    BEFORE.put("minEth", "at least (ETH)");
    BEFORE.put("maxEth", "at most (ETH)");
    BEFORE.put("minDeposit", "at least (wei)");
    BEFORE.put("maxDeposit", "at most (wei)");
    BEFORE.put("chainId", "chain");
  }

  private FilterWords() {}

  /**
   * The words.
   *
   * @param given the filters and their values, as they were typed
   * @param model the one that is searched, whose labels have names; null for all
   */
  static String of(Map<String, String> given, @Nullable Model model) {
    StringJoiner words = new StringJoiner(", ");
    BEFORE.forEach(
        (name, before) -> {
          String value = given.get(name);
          if (value != null) words.add((before + " " + shown(name, value, model)).strip());
        });
    return words.toString();
  }

  private static String shown(String name, String value, @Nullable Model model) {
    return switch (name) {
      case "agrees" -> value.equals("yes") ? "the model agrees" : "the model disagrees";
      case "mine" -> value.equals("yes") ? "own samples" : "others’ samples";
      case "label" -> label(value, model);
      case "sender", "account" -> value.length() == 42 ? brief(value) : line(value);
      case "fromTime", "toTime" -> line(value).replace('T', ' ');
      default -> line(value);
    };
  }

  private static String label(String value, @Nullable Model model) {
    if (model == null || !value.matches("[0-9]{1,18}")) return "class " + line(value);
    return ModelWords.label(model, UInt64.of(value));
  }

  private static String brief(String address) {
    return line(address.substring(0, 8) + "…" + address.substring(36));
  }

  private static String line(String value) {
    return Untrusted.line(value, LONGEST).text();
  }
}
