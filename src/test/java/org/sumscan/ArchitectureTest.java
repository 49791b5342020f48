package org.sumscan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

/** Holds the floors of the house and the rules of its style. */
@AnalyzeClasses(packages = "org.sumscan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** From the ground up; an arrow may only point to a lower floor. */
  static final List<List<String>> FLOORS =
      List.of(
          List.of("kernel", "startup"),
          List.of("contracts", "learning", "incentive", "encoding", "persistence"),
          List.of("chain", "ledger", "catalog", "accuracy", "originals", "engine", "limits"),
          List.of(
              "indexer",
              "replay",
              "registration",
              "claims",
              "transactions",
              "reading",
              "matching",
              "signin",
              "notes"),
          List.of("pages", "api", "operations", "demo"));

  private static final Map<String, Integer> FLOOR = floors();

  private static Map<String, Integer> floors() {
    Map<String, Integer> floors = new HashMap<>();
    for (int i = 0; i < FLOORS.size(); i++) {
      for (String name : FLOORS.get(i)) floors.put(name, i);
    }
    return floors;
  }

  @ArchTest
  static void everyPackageStandsOnAFloor(JavaClasses house) {
    TreeSet<String> homeless = new TreeSet<>();
    for (JavaClass type : house) {
      if (!FLOOR.containsKey(room(type)) && !room(type).isEmpty()) homeless.add(room(type));
    }
    assertThat(homeless).isEmpty();
  }

  @ArchTest
  static void arrowsPointDownOnly(JavaClasses house) {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass type : house) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        String from = room(type);
        String to = room(arrow.getTargetClass());
        if (to.isEmpty() || from.isEmpty() || from.equals(to)) continue;
        if (FLOOR.get(to) >= FLOOR.get(from)) wrong.add(type.getName() + " uses " + to);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What pages share, from the ground up; each page has a room above them all. */
  private static final List<String> SHARED_BY_PAGES =
      List.of("chart", "links", "text", "parts", "fragments");

  @ArchTest
  static void roomsOfPagesDependOnSharedPiecesOnly(JavaClasses house) {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass type : house.that(resideInAPackage("org.sumscan.pages.."))) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        String from = roomOfPages(type);
        String to = roomOfPages(arrow.getTargetClass());
        if (to.isEmpty() || from.equals(to)) continue;
        int level = SHARED_BY_PAGES.indexOf(from);
        int target = SHARED_BY_PAGES.indexOf(to);
        if (target < 0 || level >= 0 && target > level) wrong.add(type.getName() + " uses " + to);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ArchTest
  static final ArchRule onlyTheLedgerUsesItsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sumscan.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sumscan.ledger.sql..");

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses house) {
    TreeSet<String> unmarked = new TreeSet<>();
    for (JavaClass type : house) {
      JavaPackage home = type.getPackage();
      if (home.getName().startsWith("org.sumscan") && !home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @ArchTest
  static final ArchRule controllersAreHidden =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .or()
          .haveSimpleNameEndingWith("Controller")
          .or()
          .areMetaAnnotatedWith(Configuration.class)
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .and()
          .doNotHaveSimpleName("Sumscan")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule fieldsAreNotInjected =
      fields()
          .should()
          .notBeAnnotatedWith(Autowired.class)
          .andShould()
          .notBeAnnotatedWith(Value.class);

  /** What is not {@code Models}' answer may hold a stranger's words that are to be redacted. */
  @ArchTest
  static final ArchRule modelsAreSeenOnlyAsTheVisitorMay =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.sumscan.catalog..", "org.sumscan.registration")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.sumscan\\.catalog\\.Model(Texts|Metadata|Row)")
          .orShould()
          .callConstructorWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(
                      HasName.Predicates.name("org.sumscan.catalog.Model"))));

  @ArchTest
  static final ArchRule timeIsPassedIn =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.sumscan.operations.ClockConfiguration")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule onlyTheChainPackageTalksToNodes =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sumscan.chain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.web3j.protocol..");

  @ArchTest
  static final ArchRule theLowerTwoFloorsRunWithoutAFramework =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.sumscan.kernel..",
              "org.sumscan.startup..",
              "org.sumscan.contracts..",
              "org.sumscan.learning..",
              "org.sumscan.incentive..",
              "org.sumscan.encoding..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "jakarta..", "java.sql..", "java.net.http..");

  /** A room may use rooms inside or beside it, as long as no way leads back to it. */
  @ArchTest
  static void roomsOfAPackageHaveNoCycles(JavaClasses house) {
    List<String> roots =
        List.of("api", "catalog", "chain", "demo", "incentive", "ledger", "registration");
    for (String name : roots) {
      SlicesRuleDefinition.slices()
          .assignedFrom(everyRoomOf("org.sumscan." + name))
          .should()
          .beFreeOfCycles()
          .check(house);
    }
  }

  private static SliceAssignment everyRoomOf(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String home = type.getPackageName();
        return (home + ".").startsWith(root + ".")
            ? SliceIdentifier.of(home)
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "every room of " + root;
      }
    };
  }

  /** The package right below org.sumscan, or nothing for what is not in one. */
  private static String room(JavaClass type) {
    return below("org.sumscan.", type);
  }

  private static String roomOfPages(JavaClass type) {
    return below("org.sumscan.pages.", type);
  }

  private static String below(String prefix, JavaClass type) {
    String home = type.getPackageName() + ".";
    if (!home.startsWith(prefix)) return "";
    String rest = home.substring(prefix.length());
    return rest.isEmpty() ? "" : rest.substring(0, rest.indexOf('.'));
  }
}
