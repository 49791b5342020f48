package org.sumscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the repository itself in order. */
class RepositoryTest {

  private static final Set<String> TOP =
      Set.of(
          "pom.xml",
          "src",
          "contracts",
          "frontend-templates",
          "db",
          "docker-compose.yml",
          "README.md",
          "LICENSE",
          "CHANGELOG.md",
          "target");

  /** Put together here, so that this file does not hold them. */
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b|@Dis" + "abled");

  /** What sleeps in place of waiting, and what reads a page once where it would have to wait. */
  private static final Pattern WITHOUT_WAITING =
      Pattern.compile(
          "\\.sl"
              + "eep\\(|waitForTime"
              + "out|park"
              + "(Nanos|Until)|onSpin"
              + "Wait"
              + "|assertThat\\([^;]*?(innerText|textContent|allInnerTexts|allTextContents|innerHTML"
              + "|inputValue|page\\.title|page\\.url|isVisible|isEnabled|isChecked"
              + "|locator\\([^;()]*\\)\\.count)\\(\\)\\s*\\)\\s*\\.");

  private static final Pattern SOURCE =
      Pattern.compile(".*\\.(java|sol|sql|html|css|js|mjs|yml|xml|md|sh|toml)");

  @Test
  void holdsOnlyTheFoldersThatItPromises() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""))) {
      assertThat(top.map(Path::toString).filter(name -> !name.startsWith("."))).isSubsetOf(TOP);
    }
  }

  @Test
  void leavesNothingForLater() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (LEFT_OVER.matcher(text).find()) found.add(file.toString());
    }
    assertThat(found).isEmpty();
  }

  @Test
  void waitsInTestsForWhatTheyAssert() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      if (!file.startsWith("src/test/java")) continue;
      Matcher matcher = WITHOUT_WAITING.matcher(Files.readString(file, StandardCharsets.UTF_8));
      while (matcher.find()) found.add(file + ": " + matcher.group());
    }
    assertThat(found).isEmpty();
  }

  @Test
  void keepsFilesShort() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      if (!file.toString().matches(".*\\.(java|sol)")) continue;
      long lines = Files.readString(file, StandardCharsets.UTF_8).lines().count();
      if (lines > 400) found.add(file + " has " + lines + " lines");
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : List.of("src", "contracts", "frontend-templates", "db")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(
                file ->
                    !file.toString()
                        .matches("(contracts|src/main/web)/(node_modules|out|cache)/.*"))
            .filter(file -> SOURCE.matcher(file.toString()).matches())
            .filter(Files::isRegularFile)
            .forEach(sources::add);
      }
    }
    return sources;
  }
}
