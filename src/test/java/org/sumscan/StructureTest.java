package org.sumscan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps methods, records and packages small enough to be seen whole. What is larger stands in a
 * list of exceptions with its measure, and the list may only shrink.
 */
class StructureTest {

  private static final int MOST_LINES_OF_A_METHOD = 40;
  private static final int MOST_PARAMETERS = 6;
  private static final int MOST_COMPONENTS_OF_A_RECORD = 8;
  private static final int MOST_TYPES_IN_A_PACKAGE = 16;

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path EXCEPTIONS = Path.of("src/test/resources/structure-exceptions.txt");

  private static Sources sources;

  /** A measure of something, and the file to look into. */
  private record Measured(String name, Path file, int number) {}

  @BeforeAll
  static void read() throws IOException {
    sources = Sources.below(MAIN);
  }

  @Test
  void methodsAreShort() throws IOException {
    holds(
        "lines",
        MOST_LINES_OF_A_METHOD,
        sources.methods().stream().map(m -> new Measured(m.name(), m.file(), m.lines())));
  }

  @Test
  void methodsTakeFewParameters() throws IOException {
    holds(
        "parameters",
        MOST_PARAMETERS,
        sources.methods().stream().map(m -> new Measured(m.name(), m.file(), m.parameters())));
  }

  @Test
  void recordsHaveFewComponents() throws IOException {
    holds(
        "components",
        MOST_COMPONENTS_OF_A_RECORD,
        sources.types().stream().map(t -> new Measured(t.name(), t.file(), t.components())));
  }

  @Test
  void packagesHoldFewTypes() throws IOException {
    holds("types", MOST_TYPES_IN_A_PACKAGE, packages());
  }

  private static Stream<Measured> packages() {
    Map<Path, Long> packages =
        topLevel().collect(groupingBy(type -> type.file().getParent(), counting()));
    return packages.entrySet().stream()
        .map(
            each ->
                new Measured(
                    MAIN.relativize(each.getKey()).toString().replace('/', '.'),
                    each.getKey(),
                    each.getValue().intValue()));
  }

  private static Stream<Sources.Type> topLevel() {
    return sources.types().stream().filter(Sources.Type::isTopLevel);
  }

  /** Compares what is larger than a bound with the exceptions of that kind. */
  private static void holds(String what, int bound, Stream<Measured> all) throws IOException {
    Map<String, Integer> exceptions = exceptions(what);
    Map<String, Measured> large = new TreeMap<>();
    all.filter(each -> each.number() > bound)
        .forEach(each -> large.merge(each.name(), each, StructureTest::larger));
    List<String> wrong = new ArrayList<>();
    for (Measured each : large.values()) {
      int allowed = exceptions.getOrDefault(each.name(), bound);
      String told = each.file() + ": " + each.name() + " has " + each.number() + " " + what;
      if (each.number() > allowed) wrong.add(told + ", more than " + allowed);
      if (each.number() < allowed) wrong.add(told + ": say so in " + EXCEPTIONS);
    }
    for (String name : new TreeSet<>(exceptions.keySet())) {
      if (large.containsKey(name)) continue;
      wrong.add(EXCEPTIONS + ": \"" + what + " " + name + "\" is no longer needed");
    }
    assertThat(wrong).isEmpty();
  }

  private static Measured larger(Measured one, Measured other) {
    return one.number() < other.number() ? other : one;
  }

  /** The exceptions of a kind, by name; a line is a kind, a name and a number. */
  private static Map<String, Integer> exceptions(String what) throws IOException {
    Map<String, Integer> exceptions = new HashMap<>();
    for (String line : Files.readAllLines(EXCEPTIONS)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] parts = line.split(" ");
      assertThat(parts).as(line).hasSize(3);
      assertThat(parts[0]).as(line).isIn("lines", "parameters", "components", "types");
      if (!parts[0].equals(what)) continue;
      assertThat(exceptions.put(parts[1], Integer.parseInt(parts[2]))).as(line).isNull();
    }
    return exceptions;
  }

  @Test
  void noTwoTypesHaveOneName() {
    Map<String, List<Path>> files =
        topLevel().collect(groupingBy(Sources.Type::name, mapping(Sources.Type::file, toList())));
    assertThat(files.values()).allMatch(those -> those.size() == 1);
  }

  @Test
  void theReadmeShowsTheFloorsThatAreHeld() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String built = readme.substring(readme.indexOf("## How it is built"));
    String picture = built.split("```")[1];
    List<Set<String>> shown = new ArrayList<>();
    for (String line : picture.strip().lines().toList()) {
      Matcher floor = Pattern.compile("^\\s*[0-9] [a-z]+ (.*)$").matcher(line);
      if (floor.find()) shown.addFirst(new TreeSet<>());
      String names = floor.reset().find() ? floor.group(1) : line;
      for (String name : names.split("\\s{2,}")) {
        if (name.matches("[a-z]+")) shown.getFirst().add(name);
      }
    }
    List<Set<String>> held = new ArrayList<>();
    for (List<String> floor : ArchitectureTest.FLOORS) held.add(new TreeSet<>(floor));
    assertThat(shown).isEqualTo(held);
  }

  @Test
  void everyFloorIsOfPackagesThatExist() throws IOException {
    try (Stream<Path> packages = Files.list(MAIN.resolve("org/sumscan"))) {
      assertThat(packages.filter(Files::isDirectory).map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ArchitectureTest.FLOORS.stream().flatMap(List::stream).toList());
    }
  }
}
