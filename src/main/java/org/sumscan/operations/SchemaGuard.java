package org.sumscan.operations;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.operations.readiness.Readiness;
import org.sumscan.startup.StartupFailure;

/** Brings the database's schema up to this version, and leaves a newer one alone. */
@Configuration(proxyBeanMethods = false)
class SchemaGuard {

  @Bean
  FlywayMigrationStrategy migration(Readiness readiness) {
    return flyway -> {
      readiness.begin("Preparing the database");
      refuseNewer(flyway);
      try {
        flyway.migrate();
      } catch (FlywayValidateException changed) {
        throw new StartupFailure(
            "The database's schema was made by another version of Sumscan than this one.",
            "Use that version, or an empty database: Sumscan reads everything again from the"
                + " chains.",
            changed);
      }
    };
  }

  private static void refuseNewer(Flyway flyway) {
    Arrays.stream(flyway.info().applied())
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
}
