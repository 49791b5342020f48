package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.json.JsonMapper;

/** A database whose every connection is taken, as by a crowd, sends visitors away in good order. */
class NoDatabaseIT {

  private static final int CROWD = 40;
  private static final int CONNECTIONS = 4;

  @TempDir Path folder;

  @Test
  void visitorsAreToldToComeBackAndTheLogStaysShort() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        SumscanProcess sumscan = start(database);
        Connection hog = DriverManager.getConnection(database.url());
        Statement statement = hog.createStatement()) {
      hog.setAutoCommit(false);
      statement.execute("lock table model in access exclusive mode");
      List<HttpResponse<String>> refused = crowd(sumscan, statement);
      assertThat(refused).hasSizeGreaterThan(CROWD / 2);
      for (HttpResponse<String> answer : refused) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
            .isEqualTo("Try again in a moment.");
      }
      assertThat(sumscan.output())
          .containsOnlyOnce("Visitors are sent away")
          .doesNotContain("Servlet.service()");
      assertThat(sumscan.output().lines().filter(line -> line.contains("not available")).count())
          .isLessThan(CROWD / 2);
      assertThat(sumscan.get("/api/v1/models").statusCode()).isEqualTo(200);
    }
  }

  /** The answers other than 200 to many who ask at once, while the first of them wait. */
  private static List<HttpResponse<String>> crowd(SumscanProcess sumscan, Statement hog)
      throws Exception {
    List<HttpResponse<String>> refused = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        answers.add(threads.submit(() -> sumscan.get("/api/v1/models")));
      }
      // Those with a connection answer only once the table is free.
      Waiting.until(
          "all others are refused",
          () -> answers.stream().filter(Future::isDone).count(),
          done -> done >= CROWD - CONNECTIONS);
      hog.getConnection().commit();
      for (Future<HttpResponse<String>> answer : answers) {
        if (answer.get().statusCode() != 200) refused.add(answer.get());
      }
    }
    return refused;
  }

  private SumscanProcess start(TestDatabase database) throws InterruptedException {
    return SumscanProcess.start(
            folder,
            Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                String.valueOf(CONNECTIONS),
                "SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT",
                "1000",
                "SUMSCAN_DEMO_ENABLED",
                "false"))
        .awaitReady();
  }
}
