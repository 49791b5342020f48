package org.sumscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.reading.SampleStatus;
import org.sumscan.transactions.TransactionKind;
import org.sumscan.transactions.TransactionState;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words for claims, statuses and transactions are written once, in the enums of which they are
 * the words. Scripts read them from a file that is made of these.
 */
class VocabularyTest {

  private static final Path SCRIPTS = Path.of("src/main/web/js");
  private static final Path FILE = SCRIPTS.resolve("vocabulary.js");
  private static final Path PROGRAM = Path.of("src/main/java");

  private static final String HEAD =
      """
      // Made of the program's enums, never edited by hand:
      // mvn test-compile surefire:test -Dtest=VocabularyTest -Dvocabulary.write=true

      export const vocabulary = %s;
      """;

  @Test
  void scriptsHaveTheWordsOfTheEnums() throws IOException {
    if (Boolean.getBoolean("vocabulary.write")) Files.writeString(FILE, script());
    assertThat(Files.readString(FILE)).isEqualTo(script());
  }

  @Test
  void noWordIsWrittenASecondTime() throws IOException {
    Map<String, List<Path>> places = new TreeMap<>();
    List<Path> sources = new ArrayList<>(files(PROGRAM, ".java"));
    sources.addAll(files(SCRIPTS, ".js"));
    sources.remove(FILE);
    for (Path source : sources) {
      String text = Files.readString(source, StandardCharsets.UTF_8);
      for (String word : words()) {
        // In the program, single words mean other things too: a validation fails, a deposit is
        // lost.
        if (source.startsWith(PROGRAM) && !word.contains(" ")) continue;
        if (Pattern.compile("[\"'`>]" + Pattern.quote(word) + "[\"'`.<]").matcher(text).find()) {
          places.computeIfAbsent(word, key -> new ArrayList<>()).add(source);
        }
      }
    }
    places.values().removeIf(found -> found.stream().allMatch(VocabularyTest::isOwner));
    assertThat(places).isEmpty();
  }

  private static boolean isOwner(Path source) {
    return Stream.of(
            ClaimKind.class, ClaimStatus.class, TransactionKind.class, TransactionState.class)
        .anyMatch(owner -> source.endsWith(owner.getSimpleName() + ".java"));
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    Stream.of(ClaimKind.values()).map(ClaimKind::title).forEach(words::add);
    Stream.of(ClaimStatus.values()).map(ClaimStatus::title).forEach(words::add);
    Stream.of(TransactionKind.values()).map(TransactionKind::title).forEach(words::add);
    for (TransactionState state : TransactionState.values()) {
      words.add(state.title());
      words.add(state.sentence());
    }
    return words.stream().distinct().toList();
  }

  private static String script() {
    Map<String, Object> vocabulary = new LinkedHashMap<>();
    vocabulary.put("claimKinds", named(ClaimKind.values(), ClaimKind::wireName, ClaimKind::title));
    vocabulary.put(
        "claimStatuses", named(ClaimStatus.values(), SampleStatus::word, ClaimStatus::title));
    vocabulary.put(
        "transactionKinds",
        named(TransactionKind.values(), TransactionKind::wireName, TransactionKind::title));
    vocabulary.put(
        "transactionStates",
        named(TransactionState.values(), TransactionState::wireName, VocabularyTest::state));
    vocabulary.put(
        "transactionSteps",
        TransactionState.STEPS.stream().map(TransactionState::wireName).toList());
    return HEAD.formatted(
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(vocabulary));
  }

  private static Map<String, Object> state(TransactionState state) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("title", state.title());
    words.put("sentence", state.sentence());
    words.put("tone", state.tone().styleClass());
    words.put("settled", state.isSettled());
    return words;
  }

  private static <T> Map<String, Object> named(
      T[] values, Function<T, String> name, Function<T, Object> words) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (T value : values) named.put(name.apply(value), words.apply(value));
    return named;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
