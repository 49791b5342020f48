package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.node.RpcConnector;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.HandlerLayout;
import org.sumscan.contracts.HandlerStorage;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.validation.history.StorageCheck;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that was recorded unseen passes, and nothing else is refused. */
class StorageCheckTest {

  private static final ModelKit OURS = ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON);
  private static final ModelKit ORIGINAL =
      ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, 1));

  private static Anvil anvil;

  @BeforeAll
  static void start() {
    anvil = Anvil.start();
  }

  @AfterAll
  static void end() {
    anvil.close();
  }

  @Test
  void provesOursWithSamplesRefundsAndReports() {
    DeployedModel model = DeployedModel.of(anvil, OURS);
    Traffic traffic = new Traffic(model, OURS, new Random(1));
    traffic.run(60);
    assertThat(traffic.claims()).isGreaterThan(10);
    assertProven(look(model, new CodeLibrary()), 60, traffic.claims());
  }

  @Test
  void provesAnOriginalWithSamplesRefundsAndReports() {
    DeployedModel model = OriginalsKit.stakeable(anvil, ORIGINAL);
    Traffic traffic = new Traffic(model, ORIGINAL, new Random(2));
    traffic.run(60);
    assertThat(traffic.claims()).isGreaterThan(10);
    assertProven(look(model, kit(model)), 60, traffic.claims());
  }

  @Test
  void provesPointsOfBothWithEqualSamplesBetweenClaims() {
    Address me = anvil.accounts().getFirst();
    Address mechanism = anvil.deploy(Artifact.of("Points64"), Abi.tuple(List.of(0, 0, 0, me)));
    DeployedModel plain = DeployedModel.unfinished(anvil, OURS);
    Address handler = anvil.deploy(Artifact.of("DataHandler64"));
    Address trainer =
        anvil.deploy(
            Artifact.of("CollaborativeTrainer64"),
            Abi.tuple(List.of("Points", "", "none", handler, mechanism, plain.classifier())));
    DeployedModel ours = new DeployedModel(anvil, trainer, plain.classifier(), handler, mechanism);
    ours.handOver();
    new Traffic(ours, OURS, new Random(3)).equalSamplesWithARefundBetween();
    assertProven(look(ours, new CodeLibrary()), 2, 1);

    DeployedModel original =
        OriginalsKit.unfinished(anvil, ORIGINAL, OriginalsKit.points(anvil, 0, 0, 0));
    original.handOver();
    new Traffic(original, ORIGINAL, new Random(3)).equalSamplesWithARefundBetween();
    assertProven(look(original, new KitLibrary(original, "Points64")), 2, 1);
  }

  @Test
  void failsADepositThatNobodyPaid() {
    DeployedModel model = unpaid();
    model.handOver();
    Finding finding = look(model, kit(model));
    assertThat(finding.verdict()).as(finding.found()).isEqualTo(CheckVerdict.FAILED);
    assertThat(finding.found()).contains("Something was recorded that no event shows");
    assertThat(finding.remedy()).contains("Add no money");
  }

  @Test
  void failsADepositThatNobodyPaidAmongSamplesThatWerePaid() {
    DeployedModel model = unpaid();
    model.handOver();
    ContractEvent.AddData paid = event(anvil.receipt(model.add(1, new long[] {1, 2}, 1)));
    HandlerStorage books = new HandlerStorage(HandlerLayout.ORIGINAL, model.trainer());
    books.add(paid);
    try (FakeNode node = FakeNode.before(anvil.url())) {
      answerRoot(node, books);
      assertThat(look(model, kit(model), node.url()).verdict()).isEqualTo(CheckVerdict.PASSED);
      books.add(
          new ContractEvent.AddData(
              new long[] {1}, new UInt64(1), UInt256.of(9), paid.sender(), Wei.of(5_000_000)));
      answerRoot(node, books);
      Finding finding = look(model, kit(model), node.url());
      assertThat(finding.verdict()).as(finding.found()).isEqualTo(CheckVerdict.FAILED);
    }
  }

  /** A node that follows the rules, whose contract holds what these books say. */
  private static void answerRoot(FakeNode node, HandlerStorage books) {
    String result =
        "{\"storageHash\": \"%s\", \"storageProof\": []}".formatted(books.slots().root());
    node.bend("eth_getProof", (question, answer) -> FakeNode.result(question, result));
  }

  private static ContractEvent.AddData event(JsonNode receipt) {
    JsonNode log = receipt.at("/logs/0");
    List<Hash32> topics = new ArrayList<>();
    log.get("topics").forEach(topic -> topics.add(Hash32.of(topic.asString())));
    EventDecoding decoding = EventDecoder.decode(topics, Hex.bytes(log.get("data").asString()));
    return (ContractEvent.AddData) ((EventDecoding.Decoded) decoding).event();
  }

  @Test
  void failsOurCodeBehindAConstructorThatStoredMore() throws IOException {
    DeployedModel plain = DeployedModel.unfinished(anvil, OURS);
    Address handler = anvil.deploy(new Artifact("Forged", forged()));
    Address trainer =
        anvil.deploy(
            Artifact.of("CollaborativeTrainer64"),
            Abi.tuple(
                List.of("Forged", "", "none", handler, plain.mechanism(), plain.classifier())));
    DeployedModel model =
        new DeployedModel(anvil, trainer, plain.classifier(), handler, plain.mechanism());
    model.handOver();
    new Traffic(model, OURS, new Random(6)).run(10);
    Finding finding = look(model, new CodeLibrary());
    assertThat(finding.verdict()).as(finding.found()).isEqualTo(CheckVerdict.FAILED);
  }

  /** Stores a word, then its deployer, and leaves the code of our data handler. */
  private static byte[] forged() throws IOException {
    try (InputStream file =
        StorageCheckTest.class.getResourceAsStream("/contracts/DataHandler64.json")) {
      byte[] code = Hex.bytes(new JsonMapper().readTree(file).get("runtime").asString());
      String size = "61%04x".formatted(code.length);
      String constructor =
          "0x60017f" + "5".repeat(64) + "55335f55" + size + "60335f39" + size + "5ff3";
      return Abi.joined(Hex.bytes(constructor), code);
    }
  }

  @Test
  void warnsOfADifferenceWhereTheCodeIsNotKnown() {
    DeployedModel model = unpaid();
    model.handOver();
    Finding finding = look(model, new CodeLibrary());
    assertThat(finding.verdict()).isEqualTo(CheckVerdict.WARNING);
    assertThat(finding.found())
        .contains("not proven", "code is not known", "neither as the originals’ nor as ours");
  }

  @Test
  void warnsWithWhatItFoundWhereTheCodeIsNotKnownButItsStorageIsAsTheOriginals() {
    DeployedModel model = OriginalsKit.stakeable(anvil, ORIGINAL);
    Traffic traffic = new Traffic(model, ORIGINAL, new Random(12));
    traffic.run(30);
    Finding finding = look(model, new CodeLibrary());
    assertThat(finding.verdict()).isEqualTo(CheckVerdict.WARNING);
    assertThat(finding.found())
        .contains("not proven", "Read as the originals’ data handler lays it out", "not certain")
        .contains("30 samples and %d claims".formatted(traffic.claims()));
    assertThat(finding.remedy()).isNotEmpty();
  }

  @Test
  void warnsOfADifferenceOnANodeThatKeepsWhatWasEmptied() {
    DeployedModel model = unpaid();
    model.handOver();
    anvil.receipt(model.add(1, new long[] {1, 2}, 1));
    Finding finding = look(model, kit(model));
    assertThat(finding.verdict()).as(finding.found()).isEqualTo(CheckVerdict.WARNING);
    assertThat(finding.found()).contains("against the rules of Ethereum");
  }

  @Test
  void warnsWhereTheNodeHasNoProofsAndBelievesOurOwnCodeThere() {
    DeployedModel original = OriginalsKit.stakeable(anvil, ORIGINAL);
    DeployedModel ours = DeployedModel.of(anvil, OURS);
    try (FakeNode node = FakeNode.before(anvil.url())) {
      node.refuse("eth_getProof", -32601, "the method eth_getProof does not exist");
      Finding finding = look(original, kit(original), node.url());
      assertThat(finding.verdict()).isEqualTo(CheckVerdict.WARNING);
      assertThat(finding.found()).contains("does not offer eth_getProof");
      Finding byCode = look(ours, new CodeLibrary(), node.url());
      assertThat(byCode.verdict()).isEqualTo(CheckVerdict.PASSED);
      assertThat(byCode.found()).doesNotContain("Proven").contains("our constructors");
    }
  }

  @Test
  void warnsWhereAClaimThroughAnotherContractCannotBeTraced() {
    DeployedModel model = OriginalsKit.stakeable(anvil, ORIGINAL);
    Traffic traffic = new Traffic(model, ORIGINAL, new Random(5));
    traffic.claimThroughAnotherContract();
    assertProven(look(model, kit(model)), 1, 1);
    try (FakeNode node = FakeNode.before(anvil.url())) {
      node.refuse("debug_traceTransaction", -32601, "not here");
      Finding finding = look(model, kit(model), node.url());
      assertThat(finding.verdict()).isEqualTo(CheckVerdict.WARNING);
      assertThat(finding.found()).contains("The sample of a claim in transaction");
    }
  }

  /** An original whose deployer recorded a deposit of his. */
  private static DeployedModel unpaid() {
    DeployedModel model =
        OriginalsKit.unfinished(
            anvil, ORIGINAL, OriginalsKit.stakeable(anvil, 100, 200, 300, 1000));
    Address me = anvil.accounts().getFirst();
    byte[] call =
        Abi.call("handleAddData(address,uint256,int64[],uint64)", me, 5_000_000, List.of(1), 1);
    anvil.receipt(anvil.send(me, model.handler(), call));
    return model;
  }

  private static KitLibrary kit(DeployedModel model) {
    return new KitLibrary(model, "Stakeable64");
  }

  private static Finding look(DeployedModel model, CodeLibrary library) {
    return look(model, library, anvil.url());
  }

  private static Finding look(DeployedModel model, CodeLibrary library, URI url) {
    ChainNode node =
        new Chains(List.of(), new RpcConnector(InstantSource.system()))
            .add(ConfiguredChain.embedded("test", url));
    Subject subject =
        new Subject(model.trainer().toString(), node.id(), node, contract -> List.of());
    return new StorageCheck(library).look(subject);
  }

  private static void assertProven(Finding finding, int samples, int claims) {
    assertThat(finding.verdict()).as(finding.found()).isEqualTo(CheckVerdict.PASSED);
    assertThat(finding.found())
        .contains("Proven at block")
        .contains("%d samples and %d claims".formatted(samples, claims));
  }
}
