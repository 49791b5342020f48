package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.LearningRules;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import org.sumscan.testing.TestDatabase;

/**
 * Claims on the originals, which name no sample, find theirs wherever the chain leaves only one.
 */
class ClaimLinkingTest {

  private static final ModelKit KIT = ModelKit.of(LearningRules.NAIVE_BAYES_1);
  private static final int AUTHOR = 1;
  private static final long DEPOSIT = 4_000_000;

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final FakeNode node = FakeNode.before(anvil.url());
  private final IndexedChain index = IndexedChain.on(database.dataSource(), node.url());
  private final Address stranger = anvil.accounts().get(5);
  private final Address wallet = anvil.deploy(Artifact.forTests("Forwarder"));

  @AfterEach
  void close() {
    node.close();
    anvil.close();
    database.close();
  }

  private DeployedModel listed(DeployedModel model, Mechanism rules) {
    ModelParts parts =
        new ModelParts(
            model.mechanism(),
            model.trainer(),
            model.handler(),
            model.classifier(),
            rules,
            new Waits(100, 200, 300));
    index.listings.list(new ModelId(index.id(), model.trainer()), parts);
    return model;
  }

  private DeployedModel stakeable() {
    return listed(OriginalsKit.stakeable(anvil, KIT), Mechanisms.STAKEABLE_1);
  }

  private DeployedModel points() {
    return listed(OriginalsKit.points(anvil, KIT), Mechanisms.POINTS_1);
  }

  /** Makes the wallet call the model several times in one transaction. */
  private void forward(DeployedModel model, long wei, TrainerCall... calls) {
    List<Object> inputs = Arrays.stream(calls).map(call -> (Object) call.encode()).toList();
    byte[] call = Abi.call("forward(address,bytes[])", model.trainer(), inputs);
    // Named, since a failure of what it passes on does not fail the wallet.
    anvil.execute(
        java.util.Map.of(
            "from", stranger.toString(),
            "to", wallet.toString(),
            "input", org.sumscan.kernel.Hex.text(call),
            "value", "0x" + Long.toHexString(wei),
            "gas", "0x1000000"));
  }

  private static TrainerCall addition(long... features) {
    return new TrainerCall.AddData(features, new UInt64(0));
  }

  private List<Sample> samples() {
    index.catchUp();
    return index.samples.search(SampleQuery.newest(10)).samples().reversed();
  }

  private static TrainerCall refundOf(Sample sample) {
    return new TrainerCall.Refund(sample.features(), sample.label(), sample.addedTime());
  }

  private static TrainerCall reportOf(Sample sample) {
    return new TrainerCall.Report(
        sample.features(), sample.label(), sample.addedTime(), sample.sender());
  }

  /** How each claim was linked, the oldest first. */
  private List<String> links() {
    index.catchUp();
    return index
        .jdbc
        .sql("select link from claim order by block_number, log_index")
        .query(String.class)
        .list();
  }

  private long pendingClaims() {
    return index.coverage.state(index.id()).orElseThrow().levels().pendingClaims();
  }

  private List<Claim> claims(DeployedModel model) {
    ModelId id = new ModelId(index.id(), model.trainer());
    return index.claims.search(ClaimQuery.ofModel(id, 10)).claims().reversed();
  }

  /** Two samples of the wallet's in one transaction, cheaper the second since some time is over. */
  private List<Sample> twoOfTheWallet(DeployedModel model) {
    forward(model, DEPOSIT, addition(1, 1, 5));
    anvil.increaseTime(50);
    forward(model, DEPOSIT, addition(5));
    anvil.increaseTime(100);
    List<Sample> samples = samples();
    assertThat(samples).hasSize(2).extracting(Sample::sender).containsOnly(wallet);
    return samples;
  }

  @Test
  void byTheInputWhereTheClaimantCallsTheModelItself() {
    DeployedModel model = stakeable();
    model.add(AUTHOR, new long[] {1, 1, 5}, 0);
    model.add(AUTHOR, new long[] {5}, 0);
    anvil.mine(1);
    anvil.increaseTime(100);
    Sample sample = samples().getFirst();
    anvil.receipt(model.claim(AUTHOR, refundOf(sample)));
    ChainIndex chain = index.indexer.index(index.chains.all().iterator().next());
    while (chain.tipStep()) {}
    assertThat(pendingClaims()).as("said until it is linked").isEqualTo(1);
    assertThat(links()).containsExactly("input");
    assertThat(pendingClaims()).isZero();
    assertThat(claims(model)).extracting(Claim::sample).containsExactly(sample.log());
  }

  @Test
  void byTheRecordWhereAnotherContractPassesTheClaimOn() {
    DeployedModel model = stakeable();
    List<Sample> samples = twoOfTheWallet(model);
    forward(model, 0, refundOf(samples.get(1)));
    assertThat(links()).containsExactly("record");
    assertThat(claims(model)).extracting(Claim::sample).containsExactly(samples.get(1).log());
  }

  @Test
  void byTheRecordForEachOfSeveralClaimsInOneTransactionThatPaidDifferently() {
    node.refuse("debug_traceTransaction", -32601, "the method does not exist");
    DeployedModel model = stakeable();
    List<Sample> samples = twoOfTheWallet(model);
    assertThat(samples.get(0).deposit()).isNotEqualTo(samples.get(1).deposit());
    forward(model, 0, refundOf(samples.get(1)), refundOf(samples.get(0)));
    assertThat(links()).containsExactly("record", "record");
    assertThat(claims(model))
        .extracting(Claim::sample)
        .containsExactly(samples.get(1).log(), samples.get(0).log());
  }

  @Test
  void byTheRecordForAReportOfWhatIsLeftByAnyone() {
    node.refuse("debug_traceTransaction", -32601, "the method does not exist");
    DeployedModel model = stakeable();
    model.add(AUTHOR, new long[] {1, 1, 5}, 0);
    model.add(AUTHOR + 1, new long[] {5}, 1);
    anvil.mine(1);
    anvil.increaseTime(300);
    Sample sample = samples().get(1);
    forward(model, 0, reportOf(sample));
    assertThat(links()).containsExactly("record");
    assertThat(claims(model)).extracting(Claim::sample).containsExactly(sample.log());
  }

  @Test
  void byATraceWhereTheRecordLeavesSeveral() {
    DeployedModel model = points();
    List<Sample> samples = twoOfTheWallet(model);
    // The first fails, since the sample is not the wallet's: it must not count as a claim.
    TrainerCall failing =
        new TrainerCall.Refund(new long[] {9}, new UInt64(0), samples.get(0).addedTime());
    forward(model, 0, failing, refundOf(samples.get(1)), refundOf(samples.get(0)));
    assertThat(links()).containsExactly("trace", "record");
    assertThat(claims(model))
        .extracting(Claim::sample)
        .containsExactly(samples.get(1).log(), samples.get(0).log());
  }

  @Test
  void byATraceWhereTheNodeHasNoOldStates() {
    node.bend(
        "eth_call",
        (question, answer) ->
            question.at("/params/1").isString()
                ? answer
                : FakeNode.error(question, -32000, "missing trie node: state is pruned"));
    DeployedModel model = stakeable();
    List<Sample> samples = twoOfTheWallet(model);
    forward(model, 0, refundOf(samples.get(1)));
    assertThat(links()).containsExactly("trace");
    assertThat(claims(model)).extracting(Claim::sample).containsExactly(samples.get(1).log());
  }

  @Test
  void alsoWhereTheTransactionBeforeItsOwnCannotBeRead() {
    DeployedModel model = stakeable();
    model.add(AUTHOR, new long[] {1, 1, 5}, 0);
    model.add(AUTHOR, new long[] {5}, 0);
    anvil.mine(1);
    anvil.increaseTime(100);
    List<Sample> samples = samples();
    anvil.receipt(model.claim(AUTHOR, refundOf(samples.get(0))));
    String unreadable =
        anvil.call("eth_getBlockByNumber", "latest", false).at("/transactions/0").asString();
    anvil.receipt(model.claim(AUTHOR, refundOf(samples.get(1))));
    node.bend(
        "eth_getTransactionByHash",
        (question, answer) ->
            question.at("/params/0").asString().equals(unreadable)
                ? FakeNode.result(question, "{}")
                : answer);
    assertThat(links()).containsExactly("pending", "input");
  }

  @Test
  void notAtAllWhereTheRecordLeavesSeveralAndTheNodeDoesNotTrace() {
    node.refuse("debug_traceTransaction", -32601, "the method does not exist");
    DeployedModel model = points();
    List<Sample> samples = twoOfTheWallet(model);
    forward(model, 0, refundOf(samples.get(1)), refundOf(samples.get(0)));
    assertThat(links()).containsExactly("none", "none");
    assertThat(claims(model)).extracting(Claim::sample).containsOnlyNulls();
    assertThat(index.coverage.state(index.id()).orElseThrow().error()).isNull();
  }

  @Test
  void onlyAfterAWhileWithoutAWayWhereTheNodeFailsWithoutSayingWhy() {
    node.refuse("debug_traceTransaction", -32000, "something went wrong");
    DeployedModel model = points();
    List<Sample> samples = twoOfTheWallet(model);
    forward(model, 0, refundOf(samples.get(1)), refundOf(samples.get(0)));
    assertThat(links()).containsExactly("pending", "pending");
    node.obey("debug_traceTransaction");
    assertThat(links()).containsExactly("trace", "record");
  }
}
