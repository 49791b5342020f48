package org.sumscan.registration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.sumscan.catalog.Creation;
import org.sumscan.catalog.InitialState;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.ledger.ChainHalted;
import org.sumscan.ledger.write.Listings;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

@ExtendWith(OutputCaptureExtension.class)
class RegistrationTest {

  private static final ChainId CHAIN = new ChainId(31337);

  private static TestDatabase database;
  private static Anvil anvil;
  private static Parts parts;

  private final Registration registration = parts.get(Registration.class);
  private final Models models = parts.get(Models.class);

  @BeforeAll
  static void wire() {
    database = TestDatabase.create();
    anvil = Anvil.start();
    parts = wired(database, anvil.url());
  }

  private static Parts wired(TestDatabase database, URI node) {
    Map<String, Object> settings =
        Map.of("sumscan.indexer.enabled", false, "sumscan.registration.enabled", false);
    Parts wired =
        Parts.of(database, settings, "chain", "ledger", "indexer", "catalog", "registration");
    wired
        .get(Indexer.class)
        .index(wired.get(Chains.class).add(ConfiguredChain.embedded("test", node)));
    return wired;
  }

  @AfterAll
  static void close() {
    parts.close();
    anvil.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void listsEachKindWithTheStateThatItWasHandedOverIn(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(kind);
    DeployedModel deployed = DeployedModel.of(anvil, kit);
    anvil.mine(3);
    Model model = listed(deployed.id());
    assertThat(model.learningRules()).isEqualTo(kit.start().rules());
    assertThat(model.listingState()).isEqualTo(ListingState.REPLAYABLE);
    InitialState start = models.start(deployed.id()).orElseThrow();
    assertThat(start.state()).isEqualTo(kit.start().state());
    assertThat(start.digest()).isEqualTo(kit.start().digest());
    assertThat(model.classNames()).hasSize(kit.classes()).startsWith("no", "yes");
  }

  /** As the original compiler's optimizer lays out a constructor that repeats a long text. */
  @Test
  void listsAModelWhoseConstructorHasConstantsBehindTheCode() {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.NAIVE_BAYES, 1));
    byte[] constants = "SafeMath: addition overflow.....".repeat(3).getBytes(US_ASCII);
    ModelKit optimized =
        new ModelKit(
            kit.kind(),
            withConstants(kit.artifact(), constants),
            kit.constructor(),
            kit.calls(),
            kit.start(),
            kit.classes());
    Model model = listed(OriginalsKit.stakeable(anvil, optimized).id());
    assertThat(model.listingReason()).isEmpty();
    assertThat(models.start(model.id()).orElseThrow().digest()).isEqualTo(kit.start().digest());
  }

  /** Constants behind the code; the constructor copies its arguments from behind all of it. */
  private static Artifact withConstants(Artifact artifact, byte[] constants) {
    int size = artifact.bytecode().length;
    String code = Hex.text(artifact.bytecode());
    String copying = "62%06x38038062%1$06x8339";
    assertThat(code).containsOnlyOnce(copying.formatted(size));
    String moved =
        code.replace(copying.formatted(size), copying.formatted(size + constants.length));
    return new Artifact(
        artifact.name(), Hex.bytes(moved + Hex.text(constants).substring("0x".length())));
  }

  @Test
  void readsWhatTheContractsSayOfThemselves() {
    DeployedModel deployed = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Model model = listed(deployed.id());
    assertThat(model.name()).isEqualTo("A naive-bayes");
    assertThat(model.description()).isEqualTo("For tests");
    assertThat(model.encoder()).isEqualTo("none");
    assertThat(model.mechanism()).isEqualTo(Mechanisms.STAKEABLE_2);
    assertThat(model.waits()).isEqualTo(new Waits(100, 200, 300));
    assertThat(model.modelOwner()).contains(anvil.accounts().getFirst());
    assertThat(model.mechanismOwner()).isEqualTo(deployed.trainer());
    assertThat(model.parts().classifier()).isEqualTo(deployed.classifier());
    Creation creation = model.creation().orElseThrow();
    assertThat(code(deployed.trainer(), creation.block().number())).isNotEqualTo("0x");
    assertThat(code(deployed.trainer(), creation.block().number() - 1)).isEqualTo("0x");
    assertThat(parts.get(Listings.class).isListed(deployed.id())).isTrue();
  }

  @Test
  void knowsTheDepositThatTheMechanismAsks() {
    DeployedModel deployed = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Model model = listed(deployed.id());
    anvil.increaseTime(5000);
    anvil.mine(1);
    long now =
        Long.decode(
            anvil.call("eth_getBlockByNumber", "latest", false).get("timestamp").asString());
    String asked =
        anvil
            .call(
                "eth_call",
                Map.of(
                    "to",
                    deployed.mechanism().toString(),
                    "data",
                    Hex.text(Abi.call("getNextAddDataCost()"))),
                "latest")
            .asString();
    assertThat(model.depositAt(now, null))
        .isEqualTo(new Wei(new BigInteger(asked.substring(2), 16)));
  }

  @Test
  void doesNotDoAgainWhatIsDone() {
    DeployedModel deployed = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Model first = listed(deployed.id());
    Model second = listed(deployed.id());
    assertThat(second).usingRecursiveComparison().isEqualTo(models.find(first.id()).orElseThrow());
    try (Parts restarted = wired(database, anvil.url())) {
      ListingResult again = restarted.get(Registration.class).listModel(deployed.id());
      assertThat(again).isEqualTo(new ListingResult.Listed(first));
    }
  }

  @Test
  void isTheSameForAllWhoListAModelAtOnceAndToldOnce(CapturedOutput log) throws Exception {
    DeployedModel deployed = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Callable<ListingResult> listing = () -> registration.listModel(deployed.id());
    try (ExecutorService four = Executors.newFixedThreadPool(4)) {
      for (Future<ListingResult> one : four.invokeAll(Collections.nCopies(4, listing))) {
        assertThat(one.get())
            .isInstanceOfSatisfying(
                ListingResult.Listed.class,
                listed -> assertThat(listed.model().id()).isEqualTo(deployed.id()));
      }
    }
    assertThat(models.find(deployed.id()).map(Model::listingState))
        .contains(ListingState.REPLAYABLE);
    assertThat(log.getOut().lines())
        .filteredOn(line -> line.contains(deployed.trainer() + " is listed"))
        .hasSize(1);
  }

  @Test
  void leavesOutInitialisingCallsThatReverted() {
    ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON);
    DeployedModel deployed = DeployedModel.unfinished(anvil, kit);
    byte[] call = Abi.call("initializeWeights(uint64,int80[])", 0, List.of(1, 2, 3));
    Map<String, String> byAStranger =
        Map.of(
            "from", anvil.accounts().get(3).toString(),
            "to", deployed.classifier().toString(),
            "gas", "0x100000",
            "input", Hex.text(call));
    anvil.call("eth_sendTransaction", byAStranger);
    deployed.handOver();
    listed(deployed.id());
    assertThat(models.start(deployed.id()).orElseThrow().digest()).isEqualTo(kit.start().digest());
  }

  @Test
  void countsWhatTheDeployerTaughtBeforeTheHandOver() {
    ModelKit kit = ModelKit.of(ClassifierKind.NAIVE_BAYES);
    DeployedModel deployed = DeployedModel.unfinished(anvil, kit);
    byte[] call = Abi.call("update(int64[],uint64)", List.of(3, 4), 1);
    anvil.receipt(anvil.send(anvil.accounts().getFirst(), deployed.classifier(), call));
    deployed.handOver();
    listed(deployed.id());
    kit.start().update(new long[] {3, 4}, new UInt64(1));
    assertThat(models.start(deployed.id()).orElseThrow().digest()).isEqualTo(kit.start().digest());
  }

  @Test
  void readsBlockByBlockWhereTheNodeHasNoOldStates() {
    ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_NEAREST_CENTROID);
    try (Anvil before = Anvil.start();
        Anvil after = Anvil.start();
        TestDatabase other = TestDatabase.create()) {
      DeployedModel deployed = DeployedModel.of(before, kit);
      long created = before.head();
      before.mine(5);
      after.call("anvil_loadState", before.call("anvil_dumpState").asString());
      after.mine(5);
      try (Parts wired = wired(other, after.url())) {
        wired.get(Registration.class).listModel(deployed.id());
        Models listed = wired.get(Models.class);
        assertThat(listed.start(deployed.id()).orElseThrow().digest())
            .isEqualTo(kit.start().digest());
        assertThat(listed.find(deployed.id()).flatMap(Model::creation))
            .hasValueSatisfying(at -> assertThat(at.block().number()).isLessThan(created));
      }
    }
  }

  @Test
  void listsInTheIndexAndInTheCatalogOrInNeither() {
    ModelId inIndex = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES)).id();
    change("update chain set halted = 'of a test'");
    assertThatThrownBy(() -> registration.listModel(inIndex)).isInstanceOf(ChainHalted.class);
    change("update chain set halted = null");
    assertThat(models.find(inIndex)).isEmpty();

    ModelId inCatalog = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES)).id();
    change("alter table model add constraint model_none check (false) not valid");
    assertThatThrownBy(() -> registration.listModel(inCatalog))
        .isInstanceOf(DataIntegrityViolationException.class);
    change("alter table model drop constraint model_none");
    assertThat(parts.get(Listings.class).isListed(inCatalog)).isFalse();

    listed(inIndex);
    listed(inCatalog);
    assertThat(parts.get(Listings.class).isListed(inCatalog)).isTrue();
  }

  private static void change(String sql) {
    database.jdbc().sql(sql).update();
  }

  @Test
  void refusesWithAReasonWhatIsNoModel() {
    ModelKit kit = ModelKit.of(ClassifierKind.NAIVE_BAYES);
    DeployedModel unfinished = DeployedModel.unfinished(anvil, kit);
    assertThat(refusal(new Address(1, 2, 3))).isEqualTo(Refusal.NO_CODE);
    assertThat(refusal(unfinished.classifier())).isEqualTo(Refusal.NOT_A_TRAINER);
    assertThat(refusal(unfinished.trainer())).isEqualTo(Refusal.PART_NOT_OWNED);
    assertThat(registration.listModel(new ModelId(new ChainId(1), unfinished.trainer())))
        .isInstanceOfSatisfying(
            ListingResult.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.CHAIN_NOT_FOLLOWED));
    assertThat(models.find(unfinished.id())).isEmpty();
    assertThat(parts.get(Listings.class).isListed(unfinished.id())).isFalse();
  }

  @Test
  void saysWhenTheNodeDoesNotAnswerAndLosesNothing() {
    Anvil dying = Anvil.start();
    try (TestDatabase other = TestDatabase.create();
        Parts wired = wired(other, dying.url())) {
      ModelId model = DeployedModel.of(dying, ModelKit.of(ClassifierKind.NAIVE_BAYES)).id();
      dying.close();
      assertThat(wired.get(Registration.class).listModel(model))
          .isInstanceOf(ListingResult.Unavailable.class);
      assertThat(wired.get(Models.class).find(model)).isEmpty();
    } finally {
      dying.close();
    }
  }

  private Refusal refusal(Address address) {
    ListingResult listing = registration.listModel(new ModelId(CHAIN, address));
    assertThat(listing).isInstanceOf(ListingResult.Refused.class);
    return ((ListingResult.Refused) listing).reason();
  }

  private Model listed(ModelId id) {
    ListingResult listing = registration.listModel(id);
    assertThat(listing).isInstanceOf(ListingResult.Listed.class);
    return ((ListingResult.Listed) listing).model();
  }

  private static String code(Address address, long block) {
    return anvil.call("eth_getCode", address.toString(), "0x" + Long.toHexString(block)).asString();
  }
}
