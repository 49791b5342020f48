package org.sumscan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.ListedInIndex;
import org.sumscan.testing.TestDatabase;

class ModelsTest {

  private static final ChainId CHAIN = new ChainId(31337);
  private static final Creation CREATION =
      new Creation(new BlockRef(7, new Hash32(1, 2, 3, 4)), 1_600_000_000L);

  private static TestDatabase database;
  private static org.sumscan.testing.Parts parts;

  private final Models models = parts.get(Models.class);

  @BeforeAll
  static void wire() {
    database = TestDatabase.create();
    parts = org.sumscan.testing.Parts.of(database, "catalog");
  }

  @AfterAll
  static void close() {
    parts.close();
    database.close();
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("delete from model").update();
    database.jdbc().sql("delete from replay").update();
  }

  @Test
  void givesBackEverythingThatIsKnownOfAModel() {
    Model model =
        new Model(id(1), metadata("Spam?", 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH);
    put(model);
    assertThat(shown(id(1))).isNotSameAs(model).usingRecursiveComparison().isEqualTo(model);
    assertThat(models.allOn(CHAIN)).containsExactly(model);
    assertThat(models.allOn(new ChainId(1))).isEmpty();
  }

  @Test
  void storesNoModelThatTheIndexDoesNotList() {
    Model model = new Model(id(77), metadata("a", 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH);
    assertThatThrownBy(() -> models.put(model)).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void knowsTheContractsAndWaitsByTheListingInTheIndex() {
    put(new Model(id(1), metadata("a", 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    database.jdbc().sql("update part set refund_wait = 11, handler = classifier").update();
    Model found = models.find(id(1)).orElseThrow();
    assertThat(found.waits()).isEqualTo(new Waits(11, 20, 30));
    assertThat(found.parts().dataHandler()).isEqualTo(new Address(1, 1, 1));
  }

  @Test
  void followsAListingFromItsStartToReplayable() {
    Model model =
        put(new Model(id(1), metadata("a", 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    model = models.putUnreadable(model, "its creation is not to be found");
    assertThat(models.find(id(1)).flatMap(Model::listingReason))
        .contains("its creation is not to be found");
    assertThat(models.replayable()).isEmpty();
    models.put(
        model, new InitialState(new byte[] {1, 2}, new Hash32(1, 1, 1, 1), "its deployment"));
    Model found = models.find(id(1)).orElseThrow();
    assertThat(found.listingState()).isEqualTo(ListingState.REPLAYABLE);
    assertThat(found.listingReason()).isEmpty();
    assertThat(models.start(id(1)).map(InitialState::state)).contains(new byte[] {1, 2});
    assertThat(models.replayable()).containsExactly(id(1));
  }

  @Test
  void refusesAChangeToWhatSomeoneElseHasChanged() {
    put(new Model(id(1), metadata("a", 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    Model mine = models.find(id(1)).orElseThrow();
    Model theirs = models.find(id(1)).orElseThrow();
    models.putUnreadable(theirs, "theirs");
    assertThatThrownBy(() -> models.putUnreadable(mine, "mine"))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void storesWhateverAStrangerCalledIt() {
    String hostile = "\0<script>\u202E" + "x".repeat(100_000);
    put(new Model(id(1), metadata(hostile, 7, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    Model found = shown(id(1));
    assertThat(found.name()).startsWith("\uFFFD<script>\uFFFDx").hasSize(200);
    assertThat(found.description()).hasSize(4000);
    assertThat(found.classNames().getFirst()).hasSize(200);
  }

  @Test
  void withholdsAStrangersTextsFromAThreadThatServesNobody() {
    put(new Model(id(1), metadata("Spam filter", 1, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    Model found = models.find(id(1)).orElseThrow();
    assertThat(found.isRedacted()).isTrue();
    assertThat(found.name()).isEqualToIgnoringCase("Hidden model 0xabcd0000");
    assertThat(found.description()).isEmpty();
    assertThat(found.encoder()).isEqualTo("none");
    assertThat(found.classNames()).containsExactly("class 0", "class 1");
  }

  @Test
  void storesTheTextsOfAModelThatWasReadRedacted() {
    put(new Model(id(1), metadata("Spam filter", 1, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    models.putUnreadable(models.find(id(1)).orElseThrow(), "its creation is not to be found");
    assertThat(shown(id(1)).name()).isEqualTo("Spam filter");
  }

  private Model put(Model model) {
    return models.put(ListedInIndex.listed(database, model));
  }

  /** A model as a visitor sees it where nothing is guarded. */
  private Model shown(ModelId id) {
    AtomicReference<Model> found = new AtomicReference<>();
    new ContentVisibility(false, false, List.of())
        .around(() -> found.set(models.find(id).orElseThrow()));
    return found.get();
  }

  @Test
  void findsByTextKindAndChain() {
    put(new Model(id(1), metadata("Spam filter", 1, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    put(new Model(id(2), metadata("Digits", 1, LearningRules.NEAREST_CENTROID_1), Instant.EPOCH));
    assertThat(found(search("sPAM", null))).containsExactly(id(1));
    assertThat(found(search("100%_", null))).isEmpty();
    assertThat(found(search(id(2).address().toString().substring(2), null))).containsExactly(id(2));
    assertThat(found(search(null, ClassifierKind.NEAREST_CENTROID))).containsExactly(id(2));
    assertThat(found(search(" ", null))).containsExactly(id(2), id(1));
    assertThat(models.search(search(null, null)).matches()).isEqualTo(2);
  }

  @Test
  void sortsByFiguresAndPutsModelsWithoutThemLast() {
    for (int i = 1; i <= 4; i++) {
      put(new Model(id(i), metadata("m" + i, 10 - i, LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
    }
    replayed(id(1), 100, 50, 1_600_000_500L, true, null);
    replayed(id(2), 300, 270, 1_600_000_100L, true, null);
    replayed(id(3), 200, 190, 1_600_000_900L, true, "differs");
    assertThat(found(sorted(ModelSearch.Order.ACCURACY, true)))
        .containsExactly(id(2), id(1), id(3), id(4));
    assertThat(found(sorted(ModelSearch.Order.ACCURACY, false)))
        .containsExactly(id(1), id(2), id(3), id(4));
    assertThat(found(sorted(ModelSearch.Order.SAMPLES, true)))
        .containsExactly(id(2), id(3), id(1), id(4));
    assertThat(found(sorted(ModelSearch.Order.LAST_ACTIVITY, true)))
        .containsExactly(id(3), id(1), id(2), id(4));
  }

  @Test
  void sortsByTheDepositThatTheContractsWouldAskNow() {
    long[] weights = {5, 900, 40, 1000};
    long[] lastTimes = {1_600_000_999L, 1_600_000_000L, 1_600_000_990L, 1_600_000_400L};
    for (int i = 0; i < 4; i++) {
      put(
          new Model(
              id(i), metadata("m" + i, weights[i], LearningRules.NAIVE_BAYES_2), Instant.EPOCH));
      replayed(id(i), 10, 5, lastTimes[i], true, null);
    }
    long now = 1_600_001_000L;
    List<Model> byDeposit = models.search(sorted(ModelSearch.Order.DEPOSIT, false)).models();
    assertThat(byDeposit.stream().map(model -> model.depositAt(now, lastTimes[number(model)])))
        .isSorted();
    assertThat(found(sorted(ModelSearch.Order.DEPOSIT, false)))
        .containsExactly(id(0), id(2), id(1), id(3));
  }

  @Test
  void pricesFromTheMechanismsBirthUntilTheFirstSample() {
    Model model = new Model(id(1), metadata("a", 1000, LearningRules.NAIVE_BAYES_2), Instant.EPOCH);
    assertThat(model.depositAt(1_600_000_100L, null)).isEqualTo(Wei.of(360_000));
    assertThat(model.depositAt(1_600_000_100L, 1_600_000_096L)).isEqualTo(Wei.of(1_800_000));
    assertThat(model.depositAt(1_600_000_100L, 1_600_000_200L)).isEqualTo(Wei.of(3_600_000));
  }

  private List<ModelId> found(ModelSearch search) {
    return models.search(search).models().stream().map(Model::id).toList();
  }

  private static ModelSearch search(@Nullable String text, @Nullable ClassifierKind kind) {
    return new ModelSearch(text, CHAIN, kind, null, ModelSearch.Sort.BY_NAME, 0, 0, 10);
  }

  private static ModelSearch sorted(ModelSearch.Order order, boolean descending) {
    return new ModelSearch(
        null, null, null, null, new ModelSearch.Sort(order, descending), 1_600_001_000L, 0, 10);
  }

  private static ModelId id(int number) {
    return new ModelId(CHAIN, new Address(0xabcd_0000_0000_0000L, 0, number));
  }

  private static int number(Model model) {
    return model.id().address().low();
  }

  private static ModelMetadata metadata(String name, long costWeight, LearningRules rules) {
    return new ModelMetadata(
        new ModelTexts(
            name,
            "About " + name.repeat(name.length() > 1000 ? 1 : 2),
            "none",
            List.of(name, "other")),
        rules,
        Mechanisms.STAKEABLE_2,
        new ModelContracts(new Address(1, 1, 1), new Address(2, 2, 2), new Address(3, 3, 3)),
        new ModelOwners(new Address(4, 4, 4), null),
        new Waits(10, 20, 30),
        new Pricing(BigInteger.valueOf(costWeight), CREATION.time()),
        CREATION);
  }

  private static void replayed(
      ModelId id,
      long samples,
      long hits,
      long lastTime,
      boolean compared,
      @Nullable String difference) {
    database
        .jdbc()
        .sql(
            """
            insert into replay (chain_id, address, learning_rules, classes, start_digest, reorgs_seen, samples, hits,
              last_block, last_index, last_block_hash, last_time, window_bits, fading_sum, fading_weight, sparkline,
              sparkline_stride, compared_block, compared_hash, difference)
            values (?, ?, 'naive-bayes/2', 2, ?, 0, ?, ?, 9, 0, ?, ?, ?, 0, 0, '', 1, ?, ?, ?)
            """)
        .params(
            id.chain().value(),
            id.address().bytes(),
            new byte[32],
            samples,
            hits,
            new byte[32],
            lastTime,
            new byte[125],
            Optional.of(9L).filter(at -> compared).orElse(null),
            compared ? new byte[32] : null,
            difference)
        .update();
  }
}
