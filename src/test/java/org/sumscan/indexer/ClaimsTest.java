package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.contracts.Topics;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.ledger.totals.ModelTotals;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.TestDatabase;

/**
 * A claim is believed from the model's own mechanism only, and linked to a sample only if certain.
 */
class ClaimsTest {

  private static final long[] FEATURES = {1, -2, 3};

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final Address author = anvil.accounts().get(1);
  private final Address reporter = anvil.accounts().get(2);
  private final Address stranger = anvil.accounts().get(3);
  private final IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
  private final Address trainer = anvil.deploy(Artifact.forTests("PlainTrainer"));
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));
  private Address mechanism = Address.ZERO;
  private ModelId model = new ModelId(index.id(), trainer);

  @BeforeEach
  void list() {
    String answer =
        anvil
            .call(
                "eth_call",
                java.util.Map.of(
                    "to", trainer.toString(),
                    "data", Hex.text(ContractFunction.INCENTIVE_MECHANISM.call())),
                "latest")
            .asString();
    mechanism = ReturnValues.address(Hex.bytes(answer)).orElseThrow();
    model = index.list(trainer, mechanism);
  }

  @AfterEach
  void close() {
    anvil.close();
    database.close();
  }

  private void send(Address from, Address to, byte[] input, long wei) {
    anvil.receipt(anvil.send(from, to, input, wei));
  }

  private Sample add(long wei) {
    send(author, trainer, new TrainerCall.AddData(FEATURES, new UInt64(1)).encode(), wei);
    index.catchUp();
    return index.samples.search(SampleQuery.newest(1)).samples().getFirst();
  }

  private TrainerCall.Refund refundOf(Sample sample) {
    return new TrainerCall.Refund(sample.features(), sample.label(), sample.addedTime());
  }

  private TrainerCall.Report reportOf(Sample sample) {
    return new TrainerCall.Report(
        sample.features(), sample.label(), sample.addedTime(), sample.sender());
  }

  private List<Claim> claims() {
    index.catchUp();
    return index.claims.search(ClaimQuery.ofModel(model, 10)).claims();
  }

  @Test
  void linksAClaimToTheSampleThatItsTransactionNames() {
    Sample sample = add(100);
    send(author, trainer, refundOf(sample).encode(), 0);
    send(reporter, trainer, reportOf(sample).encode(), 0);
    assertThat(claims()).extracting(Claim::sample).containsExactly(sample.log(), sample.log());
    assertThat(index.claims.ofSample(sample.log()))
        .extracting(Claim::kind)
        .containsExactly(Claim.Kind.REFUND, Claim.Kind.REPORT);
    Sample claimed = index.samples.find(sample.log()).orElseThrow();
    assertThat(claimed.claims().refunded()).isEqualTo(Wei.of(5));
    assertThat(claimed.claims().reported()).isEqualTo(Wei.of(3));
    assertThat(index.accounts.of(reporter))
        .extracting(Contribution::earned)
        .containsExactly(Wei.of(3));
    ModelTotals totals = index.samples.totals(List.of(model)).get(model);
    assertThat(totals.claims()).isEqualTo(2);
    assertThat(totals.deposited()).isEqualTo(Wei.of(100));
  }

  @Test
  void leavesAClaimWithoutASampleWhereTheInputContradictsIt() {
    Sample sample = add(100);
    // It names a sample of someone else's, which was never added.
    send(stranger, trainer, refundOf(sample).encode(), 0);
    assertThat(claims()).extracting(Claim::sample).hasSize(1).containsOnlyNulls();
  }

  @Test
  void leavesAClaimWithoutASampleThatPaidMoreThanItsDeposit() {
    Sample sample = add(4);
    send(author, trainer, refundOf(sample).encode(), 0);
    assertThat(claims()).extracting(Claim::sample).hasSize(1).containsOnlyNulls();
  }

  @Test
  void believesOurOwnEventBeforeTheInput() {
    Address ours = forger;
    ModelId listed = index.list(ours);
    emit(ours, ForgerCalls.addDataTopics(author), ForgerCalls.addData(FEATURES, 1, 77, 50));
    index.catchUp();
    Sample sample =
        index.samples.search(SampleQuery.newest(1).ofModel(listed)).samples().getFirst();
    anvil.automine(false);
    Hash32 claim = anvil.send(stranger, ours, refundEvent(author, 9));
    anvil.mine(1);
    anvil.automine(true);
    anvil.receipt(claim);
    index.catchUp();
    assertThat(index.claims.ofSample(sample.log())).isEmpty();
    Hash32 both = anvil.send(stranger, ours, ForgerCalls.emitClaim(author, 9, sample.key()));
    anvil.receipt(both);
    index.catchUp();
    assertThat(index.claims.ofSample(sample.log())).hasSize(1);
  }

  private byte[] refundEvent(Address recipient, long amount) {
    return ForgerCalls.emitLog(List.of(Topics.REFUND), ForgerCalls.payment(recipient, amount));
  }

  private void emit(Address from, List<Hash32> topics, byte[] data) {
    send(stranger, from, ForgerCalls.emitLog(topics, data), 0);
  }

  @Test
  void forgedSamplesAndClaimsChangeNothingOfAModel() {
    Sample sample = add(100);
    ModelTotals before = index.samples.totals(List.of(model)).get(model);
    emit(forger, ForgerCalls.addDataTopics(author), ForgerCalls.addData(FEATURES, 1, 77, 50));
    emit(forger, List.of(Topics.REFUND), ForgerCalls.payment(author, 5));
    emit(forger, List.of(Topics.REPORT), ForgerCalls.payment(reporter, 5));
    emit(
        forger,
        List.of(Topics.SAMPLE_REFUNDED, sample.key(), ForgerCalls.topic(author)),
        ForgerCalls.amount(5));
    index.catchUp();
    assertThat(index.samples.totals(List.of(model)).get(model)).isEqualTo(before);
    assertThat(index.samples.find(sample.log()).orElseThrow().claims().paid()).isEqualTo(Wei.ZERO);
    assertThat(claims()).isEmpty();
    assertThat(index.samples.search(SampleQuery.newest(10)).samples()).hasSize(1);
    assertThat(index.accounts.of(author)).hasSize(1);
    assertThat(index.accounts.of(reporter)).isEmpty();
  }

  @Test
  void aModelThatNamesAnothersMechanismGetsNothingOfIt() {
    Sample sample = add(100);
    ModelId thief = new ModelId(index.id(), forger);
    index.listings.list(thief, IndexedChain.parts(mechanism, trainer));
    send(author, trainer, refundOf(sample).encode(), 0);
    index.catchUp();
    assertThat(index.claims.search(ClaimQuery.ofModel(thief, 10)).claims()).isEmpty();
    assertThat(claims()).hasSize(1);
  }

  @Test
  void aMechanismOwnedBySomeoneElseCountsForNoOne() {
    Address other = anvil.deploy(Artifact.forTests("Forger"));
    ModelId odd = new ModelId(index.id(), other);
    index.listings.list(odd, IndexedChain.parts(forger, stranger));
    emit(forger, List.of(Topics.REFUND), ForgerCalls.payment(author, 5));
    index.catchUp();
    assertThat(index.claims.search(ClaimQuery.ofModel(odd, 10)).claims()).isEmpty();
  }
}
