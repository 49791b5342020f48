package org.sumscan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.testing.TestDatabase;

/** Nothing outside package incentive asks which mechanism it has before it. */
@AnalyzeClasses(packages = "org.sumscan", importOptions = ImportOption.DoNotIncludeTests.class)
class OneRuleOnePlaceTest {

  /** The demo deploys models under rules that it names. */
  @ArchTest
  static final ArchRule noMechanismIsNamedOutside =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.sumscan.incentive..", "org.sumscan.demo..")
          .should()
          .accessField(Mechanisms.class, "STAKEABLE_1")
          .orShould()
          .accessField(Mechanisms.class, "STAKEABLE_2")
          .orShould()
          .accessField(Mechanisms.class, "POINTS_1")
          .orShould()
          .accessField(Mechanisms.class, "POINTS_2");

  @Test
  void noMechanismIsNamedInAText() throws IOException {
    List<String> names = Mechanisms.namesOf(Mechanism::isOriginal);
    assertThat(names).as("the pattern looks for these").contains("stakeable/1", "points/1");
    Pattern name = Pattern.compile("['\"](stakeable|points)/");
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("/incentive/")) continue;
        if (name.matcher(Files.readString(file)).find()) found.add(file);
      }
    }
    assertThat(found).isEmpty();
  }

  /** What the migrations leave behind is asked, since a closed one may name what a later drops. */
  @Test
  void noMechanismIsNamedInTheDatabase() {
    try (TestDatabase database = TestDatabase.create()) {
      List<String> definitions =
          database
              .jdbc()
              .sql(
                  """
                  select definition from pg_views where schemaname = current_schema()
                  union all select indexdef from pg_indexes where schemaname = current_schema()
                  union all select pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = current_schema()::regnamespace
                  union all select prosrc from pg_proc
                    where pronamespace = current_schema()::regnamespace
                  union all select pg_get_expr(adbin, adrelid) from pg_attrdef
                  """)
              .query(String.class)
              .list();
      assertThat(definitions)
          .anyMatch(definition -> definition.contains("incentive_rules"))
          .noneMatch(definition -> definition.matches("(?s).*(stakeable|points/).*"));
    }
  }
}
