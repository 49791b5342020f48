package org.sumscan.operations.failures;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** The configured database cannot be used: it is not there, or does not let us in. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  private final Environment environment;

  DatabaseFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    if (state.startsWith("28")) {
      return analysis(
          "does not let user '" + user() + "' in",
          "Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a user and a password"
              + " that it takes.",
          cause);
    }
    if (state.equals("3D000")) {
      return analysis(
          "does not exist on its server",
          "Create it (create database ...), or set SPRING_DATASOURCE_URL to one that exists.",
          cause);
    }
    if (state.startsWith("08")) {
      return analysis(
          "cannot be reached",
          "Start the database server, or set SPRING_DATASOURCE_URL to where it is; unset it to run"
              + " with an embedded one.",
          cause);
    }
    if (state.equals("42501")) {
      return analysis(
          "does not let user '" + user() + "' make tables",
          "Make that user the owner of the database (alter database ... owner to ...).",
          cause);
    }
    return null;
  }

  private FailureAnalysis analysis(String problem, String remedy, SQLException cause) {
    return new FailureAnalysis("The database " + url() + " " + problem + ".", remedy, cause);
  }

  /** Without its parameters, among which a password may be. */
  private String url() {
    String url = environment.getProperty("spring.datasource.url", "(embedded)");
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  private String user() {
    return environment.getProperty("spring.datasource.username", "");
  }
}
