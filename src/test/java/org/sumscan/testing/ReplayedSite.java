package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.sumscan.Sumscan;
import org.sumscan.accuracy.ModelState;
import org.sumscan.accuracy.ReplayJournal;
import org.sumscan.accuracy.ReplayProgress;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.catalog.ModelMetadata;
import org.sumscan.catalog.ModelOwners;
import org.sumscan.catalog.ModelTexts;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.Pricing;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.LearningRules;

/**
 * The whole program on a database of its own and without a chain, with one listed model whose
 * replay is written by its own journal, as long as a test wants it.
 */
public final class ReplayedSite implements AutoCloseable {

  private static final int AT_A_TIME = 8192;
  private static final int CLASSES = 10;

  private final TestDatabase database = TestDatabase.create();
  private final CountedStatements statements = new CountedStatements();
  private final ModelId model = new ModelId(new ChainId(7), new Address(0, 0, 0x77));
  private final Random random = new Random(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ServletWebServerApplicationContext application;
  private final ReplayJournal journal;
  private ReplayProgress progress;

  /** Starts it, with a model that has no sample. */
  public ReplayedSite() {
    application =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Sumscan.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(statements))
                .run(
                    "--spring.datasource.url=" + database.url(),
                    "--sumscan.demo.enabled=false",
                    "--server.address=127.0.0.1",
                    "--server.port=0");
    application
        .getBean(Models.class)
        .put(ListedInIndex.listed(database, new Model(model, metadata(), Instant.EPOCH)));
    journal = application.getBean(ReplayJournal.class);
    progress = journal.begin(state(0, LogPosition.START), CLASSES, 0);
  }

  private static ModelMetadata metadata() {
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) classes.add("class " + i);
    return new ModelMetadata(
        new ModelTexts("Taught for long", "Has very many samples.", "none", classes),
        LearningRules.DENSE_PERCEPTRON_2,
        Mechanisms.STAKEABLE_2,
        new ModelContracts(new Address(0, 0, 1), new Address(0, 0, 2), new Address(0, 0, 3)),
        new ModelOwners(new Address(0, 0, 4), null),
        new Waits(100, 200, 300),
        new Pricing(BigInteger.ONE, 0),
        null);
  }

  /** Replays further samples, until there are so many, and finds replay and chain equal. */
  public void replayUpTo(long samples) {
    while (progress.state().samples() < samples) {
      long before = progress.state().samples();
      int more = (int) Math.min(AT_A_TIME, samples - before);
      List<Outcome> outcomes = new ArrayList<>();
      for (long i = before; i < before + more; i++) outcomes.add(outcome(i));
      ModelState after = state(before + more, outcomes.getLast().position());
      progress = journal.append(progress, outcomes, after).orElseThrow();
    }
    journal.equal(progress, new BlockRef(samples, new Hash32(9, 9, 9, 9)));
  }

  private Outcome outcome(long sample) {
    int label = random.nextInt(CLASSES);
    boolean hit = random.nextInt(100) < 60 + sample / 50_000;
    return new Outcome(
        new LogPosition(sample / 4, (int) (sample % 4)),
        1_700_000_000L + 3 * sample,
        new Address(0, 1, random.nextInt(200)),
        new UInt64(label),
        new UInt64(hit ? label : random.nextInt(CLASSES)));
  }

  private ModelState state(long samples, LogPosition position) {
    Hash32 hash = samples == 0 ? null : new Hash32(0, 0, 0, samples);
    return new ModelState(
        model,
        LearningRules.DENSE_PERCEPTRON_2,
        samples,
        position,
        hash,
        new byte[] {1},
        new Hash32(1, 1, 1, samples));
  }

  /** The path of the model's page. */
  public String page() {
    return "/models/" + model.chain() + "/" + model.address();
  }

  /** Asks for a path as a browser would. */
  public HttpResponse<String> get(String path) {
    URI address = URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path);
    try {
      return client.send(
          HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The SQL that requests have run since this was last asked, in order. */
  public List<String> statements() {
    return statements.take();
  }

  @Override
  public void close() {
    application.close();
    database.close();
  }
}
