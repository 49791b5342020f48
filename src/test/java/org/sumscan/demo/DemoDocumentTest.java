package org.sumscan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.models.Design;
import org.sumscan.demo.models.Designs;
import org.sumscan.kernel.Address;
import org.sumscan.testing.Anvil;

/** What src/docs/demo.md says is true. */
class DemoDocumentTest {

  private static final List<String> LINES = lines();

  @Test
  void namesEveryModelWithItsEncoder() {
    for (Design design : Designs.all(1)) {
      assertThat(row(design.name())).contains("`" + design.encoder().text() + "`");
    }
  }

  @Test
  void namesEveryoneByHisAccountAndTheVisitorLast() {
    try (Anvil anvil = Anvil.start()) {
      List<Address> accounts = anvil.accounts();
      for (Person person : Person.values()) {
        String name =
            person == Person.VISITOR
                ? "you, through the demo wallet"
                : person.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        assertThat(row("`" + accounts.get(person.ordinal()) + "`")).contains("| " + name + " |");
      }
    }
  }

  @Test
  void namesTheDefaultSeed() {
    assertThat(row("`SUMSCAN_DEMO_SEED`")).contains("| `1` |");
  }

  private static String row(String first) {
    return LINES.stream()
        .filter(line -> line.startsWith("| " + first + " |"))
        .findFirst()
        .orElse("");
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("src/docs/demo.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
