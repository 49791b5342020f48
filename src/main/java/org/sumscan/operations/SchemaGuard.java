package org.sumscan.operations;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.operations.embedded.EmbeddedDataFolder;
import org.sumscan.operations.readiness.Readiness;
import org.sumscan.startup.StartupFailure;

/**
 * Applies the database migrations at the start, and refuses a database whose schema an earlier
 * build or a newer version has made.
 */
@Configuration(proxyBeanMethods = false)
class SchemaGuard {

  /** The migration that every database of the present numbering begins with. */
  private static final MigrationVersion FIRST = MigrationVersion.fromVersion("1");

  @Bean
  FlywayMigrationStrategy migration(
      Readiness readiness, ObjectProvider<EmbeddedDataFolder> embedded) {
    return flyway -> {
      readiness.begin("Preparing the database");
      List<MigrationInfo> applied = Arrays.asList(flyway.info().applied());
      refuseEarlierNumbering(applied, embedded.getIfAvailable());
      refuseNewer(applied);
      migrate(flyway, embedded.getIfAvailable());
    };
  }

  private static void migrate(Flyway flyway, @Nullable EmbeddedDataFolder embedded) {
    try {
      flyway.migrate();
    } catch (FlywayValidateException otherMigrations) {
      throw earlierBuild(embedded, otherMigrations);
    }
  }

  private static void refuseEarlierNumbering(
      List<MigrationInfo> applied, @Nullable EmbeddedDataFolder embedded) {
    if (applied.isEmpty()) return;
    if (applied.stream().noneMatch(migration -> FIRST.equals(migration.getVersion()))) {
      throw earlierBuild(embedded, null);
    }
  }

  private static void refuseNewer(List<MigrationInfo> applied) {
    applied.stream()
        .filter(migration -> migration.getState().name().startsWith("FUTURE"))
        .map(MigrationInfo::getVersion)
        .findFirst()
        .ifPresent(
            version -> {
              throw new StartupFailure(
                  "The database was written by a newer Sumscan: its schema has version "
                      + version
                      + ", which this one does not know.",
                  "Start the newer Sumscan again, or use an empty database for this one.");
            });
  }

  private static StartupFailure earlierBuild(
      @Nullable EmbeddedDataFolder embedded, @Nullable Throwable cause) {
    return new StartupFailure(
        "The database was made by an earlier build of Sumscan, with migrations that this one does"
            + " not have.",
        embedded == null
            ? "Set SPRING_DATASOURCE_URL to an empty database: what is on chain is indexed again,"
                + " and what people sent stays in the old database."
            : "Remove the folder "
                + embedded.path()
                + " with all that it keeps, or set SUMSCAN_DATA_DIR to another folder.",
        cause);
  }
}
