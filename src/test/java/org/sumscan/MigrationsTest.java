package org.sumscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds every committed migration to the checksum that is listed for it, and their numbers to one
 * sequence. The command below lists a new migration.
 */
class MigrationsTest {

  private static final Path FOLDER = Path.of("db/migration");
  private static final Path LIST = Path.of("src/test/resources/migration-checksums.txt");

  private static final String RULE = "a committed migration is never edited; add a new one";

  private static final String COMMAND =
      "mvn test-compile surefire:test -Dtest=MigrationsTest -Dmigrations.list=true";

  private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__[a-z][a-z0-9_]*\\.sql");

  @TempDir Path elsewhere;

  @Test
  void committedMigrationsAreNeverEdited() throws IOException {
    if (Boolean.getBoolean("migrations.list")) list(FOLDER, LIST);
    assertThat(faults(FOLDER, LIST)).isEmpty();
  }

  @Test
  void seesAnEditAndAMissingFile() throws IOException {
    Path folder = copy();
    Path list = elsewhere.resolve("list.txt");
    list(folder, list);
    assertThat(faults(folder, list)).isEmpty();
    write(folder, "V1__one.sql", "select 1; -- edited\n");
    Files.delete(folder.resolve("V2__two.sql"));
    assertThat(faults(folder, list))
        .containsExactly(
            "V1__one.sql differs from its checksum: " + RULE,
            "V2__two.sql is listed and is not there: " + RULE,
            "the numbers are [1, 3], not 1 to 2");
  }

  @Test
  void seesAMigrationThatIsNotListedAndANumberThatIsTaken() throws IOException {
    Path folder = copy();
    Path list = elsewhere.resolve("list.txt");
    list(folder, list);
    write(folder, "V3__again.sql", "select 3;\n");
    write(folder, "V5__five.sql", "select 5;\n");
    write(folder, "five.sql", "select 5;\n");
    assertThat(faults(folder, list))
        .containsExactly(
            "V3__again.sql is not listed: " + COMMAND,
            "V5__five.sql is not listed: " + COMMAND,
            "five.sql is not listed: " + COMMAND,
            "five.sql is not named like V12__what_it_makes.sql",
            "the numbers are [1, 2, 3, 3, 5], not 1 to 5");
  }

  @Test
  void neverListsAnEditAnew() throws IOException {
    Path folder = copy();
    Path list = elsewhere.resolve("list.txt");
    list(folder, list);
    write(folder, "V1__one.sql", "select 1; -- edited\n");
    list(folder, list);
    assertThat(faults(folder, list))
        .containsExactly("V1__one.sql differs from its checksum: " + RULE);
  }

  private Path copy() throws IOException {
    Path folder = Files.createDirectory(elsewhere.resolve("migration"));
    write(folder, "V1__one.sql", "select 1;\n");
    write(folder, "V2__two.sql", "select 2;\n");
    write(folder, "V3__three.sql", "select 3;\n");
    return folder;
  }

  private static void write(Path folder, String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }

  /** What is wrong with the migrations in a folder, beside a list of their checksums. */
  private static List<String> faults(Path folder, Path list) throws IOException {
    Map<String, String> found = checksums(folder);
    Map<String, String> listed = read(list);
    List<String> faults = new ArrayList<>();
    listed.forEach(
        (name, checksum) -> {
          String now = found.get(name);
          if (now == null) faults.add(name + " is listed and is not there: " + RULE);
          else if (!now.equals(checksum)) {
            faults.add(name + " differs from its checksum: " + RULE);
          }
        });
    for (String name : found.keySet()) {
      if (!listed.containsKey(name)) {
        faults.add(name + " is not listed: " + COMMAND);
      }
    }
    faults.addAll(misnumbered(found));
    return faults;
  }

  private static List<String> misnumbered(Map<String, String> found) {
    List<String> faults = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (String name : found.keySet()) {
      Matcher matcher = NAME.matcher(name);
      if (matcher.matches()) numbers.add(Integer.valueOf(matcher.group(1)));
      else faults.add(name + " is not named like V12__what_it_makes.sql");
    }
    numbers.sort(null);
    if (!numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
      faults.add("the numbers are " + numbers + ", not 1 to " + numbers.size());
    }
    return faults;
  }

  /** Adds what is not listed yet; what is listed stays as it is. */
  private static void list(Path folder, Path list) throws IOException {
    Map<String, String> all = checksums(folder);
    if (Files.exists(list)) all.putAll(read(list));
    StringBuilder text = new StringBuilder();
    all.forEach((name, checksum) -> text.append(checksum + "  " + name + "\n"));
    Files.writeString(list, text);
  }

  private static Map<String, String> read(Path list) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      checksums.put(line.substring(66), line.substring(0, 64));
    }
    return checksums;
  }

  private static Map<String, String> checksums(Path folder) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        checksums.put(file.getFileName().toString(), sha256(file));
      }
    }
    return checksums;
  }

  /** Of the text with Unix line ends, so that a checkout on another system has the same one. */
  private static String sha256(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
