package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.accuracy.ReplayJournal;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.accuracy.series.Series;
import org.sumscan.catalog.ListingState;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.Samples;
import org.sumscan.registration.ListingResult;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

/** A chain, its index, and the replay on top, worked by hand and in small batches. */
public final class ReplayWorld implements AutoCloseable {

  private static final List<String> PACKAGES =
      List.of("chain", "ledger", "indexer", "catalog", "accuracy", "registration", "replay");

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil;
  private final Map<String, Object> byHand;
  private final List<String> packages;
  private final URI node;
  private Parts parts;

  /** On a new chain, replaying a few samples with each step. */
  ReplayWorld() {
    this(Anvil.start(), 7);
  }

  /**
   * On a chain, which is then closed with it.
   *
   * @param batch how many samples are replayed with each step at most
   */
  public ReplayWorld(Anvil anvil, int batch) {
    this(anvil, anvil.url(), batch);
  }

  /**
   * On a chain that is spoken to through another node, with more packages on top.
   *
   * @param more packages by their last word
   */
  public ReplayWorld(Anvil anvil, URI node, int batch, String... more) {
    this.anvil = anvil;
    this.node = node;
    this.packages = new ArrayList<>(PACKAGES);
    packages.addAll(List.of(more));
    this.byHand =
        Map.of(
            "sumscan.indexer.enabled", false,
            "sumscan.registration.enabled", false,
            "sumscan.replay.enabled", false,
            "sumscan.replay.batch", batch,
            "sumscan.replay.compare", "0s");
    this.parts = wired();
  }

  private Parts wired() {
    Parts wired = Parts.of(database, byHand, packages.toArray(String[]::new));
    wired.get(Chains.class).add(ConfiguredChain.embedded("test", node));
    return wired;
  }

  /** Its chain. */
  public Anvil anvil() {
    return anvil;
  }

  /** One of its parts. */
  public <T> T get(Class<T> type) {
    return parts.get(type);
  }

  /** SQL on its database. */
  public JdbcClient jdbc() {
    return database.jdbc();
  }

  /** Stops everything as a crash would, and starts it again. */
  void restart() {
    parts.close();
    parts = wired();
  }

  /** Adds samples in blocks of one to five. */
  void add(DeployedModel model, ModelKit kit, Random random, int count) {
    anvil.automine(false);
    for (int left = count; left > 0; ) {
      int inBlock = Math.min(left, 1 + random.nextInt(5));
      for (int i = 0; i < inBlock; i++) {
        model.add(i, kit.sample(random), random.nextInt(kit.classes()));
      }
      anvil.mine(1);
      left -= inBlock;
    }
    anvil.automine(true);
  }

  /** Lists the model and indexes the chain. */
  void index(DeployedModel model) {
    index(model.id());
  }

  /** Lists the model, which must be one that can be replayed, and indexes the chain. */
  public void index(ModelId model) {
    parts.get(Indexer.class).catchUp();
    ListingResult listing = parts.get(Registration.class).listModel(model);
    assertThat(listing)
        .isInstanceOfSatisfying(
            ListingResult.Listed.class,
            listed -> assertThat(listed.model().listingState()).isEqualTo(ListingState.REPLAYABLE));
    parts.get(Indexer.class).catchUp();
  }

  /** Lists the model, indexes the chain and replays. */
  void follow(DeployedModel model) {
    index(model);
    catchUp();
  }

  /** Indexes and replays until there is nothing left to do. */
  public void catchUp() {
    parts.get(Indexer.class).catchUp();
    for (int i = 0; i < 1000; i++) {
      if (!step()) return;
    }
    throw new AssertionError("the replay does not come to an end");
  }

  boolean step() {
    try {
      return parts.get(ReplayEngine.class).step();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Forgets the model's replay, and replays. */
  void replayFromTheStart(ModelId model) {
    parts.get(ReplayJournal.class).forget(model);
    restart();
    catchUp();
  }

  /** Takes the model's replay for one that differs from the chain. */
  public void withhold(ModelId model, String reason) {
    ReplayJournal journal = parts.get(ReplayJournal.class);
    journal.differs(journal.progress(model).orElseThrow(), reason);
  }

  long replayed(ModelId model) {
    return parts.get(ReplayJournal.class).progress(model).orElseThrow().state().samples();
  }

  List<Sample> samples(ModelId model) {
    return parts.get(Samples.class).inOrder(model, LogPosition.START, 10_000).samples();
  }

  /** The model's figures, which must be shown. */
  public AccuracySummary shown(ModelId model) {
    Figures figures = parts.get(AccuracyFigures.class).of(model);
    assertThat(figures).isInstanceOf(Figures.Shown.class);
    return ((Figures.Shown) figures).summary();
  }

  /** The model's line, of a thousand points at most. */
  public AccuracyLine line(ModelId model, Series series) {
    return parts.get(AccuracyFigures.class).line(model, series, 1000).orElseThrow();
  }

  @Override
  public void close() {
    parts.close();
    anvil.close();
    database.close();
  }
}
