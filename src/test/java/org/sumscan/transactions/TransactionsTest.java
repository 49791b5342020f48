package org.sumscan.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sumscan.transactions.TransactionKind.ADD_DATA;
import static org.sumscan.transactions.TransactionKind.REFUND;
import static org.sumscan.transactions.TransactionKind.REPORT;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.registration.ListingResult;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class TransactionsTest {

  private static final ModelKit KIT = ModelKit.of(ClassifierKind.NAIVE_BAYES);
  private static final int PERSON = 4;

  private static TestDatabase database;
  private static Anvil anvil;
  private static Parts parts;
  private static DeployedModel model;

  private final Random random = new Random(3);
  private final Address account = anvil.accounts().get(PERSON);

  @BeforeAll
  static void wire() {
    database = TestDatabase.create();
    anvil = Anvil.start();
    model = DeployedModel.of(anvil, KIT);
    parts = wired();
    assertThat(parts.get(Registration.class).listModel(model.id()))
        .isInstanceOf(ListingResult.Listed.class);
  }

  private static Parts wired() {
    Map<String, Object> byHand =
        Map.of(
            "sumscan.indexer.enabled", false,
            "sumscan.registration.enabled", false,
            "sumscan.transactions.enabled", false);
    Parts wired =
        Parts.of(
            database,
            byHand,
            "chain",
            "ledger",
            "indexer",
            "catalog",
            "registration",
            "transactions");
    wired
        .get(Indexer.class)
        .index(wired.get(Chains.class).add(ConfiguredChain.embedded("test", anvil.url())));
    return wired;
  }

  @AfterAll
  static void close() {
    parts.close();
    anvil.close();
    database.close();
  }

  @BeforeEach
  void mineByHand() {
    anvil.automine(false);
  }

  @AfterEach
  void mineWhatIsLeft() {
    anvil.mine(1);
    anvil.automine(true);
    database.jdbc().sql("delete from watched_transaction").update();
  }

  @Test
  void goesFromSentOverIncludedAndIndexedToFinal() {
    Hash32 hash = add();
    assertThat(watched(hash).state()).isEqualTo(TransactionState.SENT);
    assertThat(look(hash).state()).isEqualTo(TransactionState.SENT);
    anvil.mine(1);
    WatchedTransaction included = look(hash);
    assertThat(included.state()).isEqualTo(TransactionState.INCLUDED);
    assertThat(included.block()).isNotNull();
    parts.get(Indexer.class).catchUp();
    WatchedTransaction indexed = look(hash);
    assertThat(indexed.state()).isEqualTo(TransactionState.INDEXED);
    assertThat(indexed.confirmations()).isEqualTo(1);
    anvil.mine(80);
    assertThat(look(hash).state()).isEqualTo(TransactionState.FINAL);
  }

  @Test
  void isStillKnownAfterARestart() {
    Hash32 hash = add();
    watched(hash);
    parts.close();
    parts = wired();
    anvil.mine(1);
    parts.get(Indexer.class).catchUp();
    assertThat(look(hash).state()).isEqualTo(TransactionState.INDEXED);
    assertThat(parts.get(Transactions.class).ofAccount(account, 9))
        .extracting(each -> each.submitted().hash())
        .containsExactly(hash);
  }

  @Test
  void saysWhatReplacedItAndFollowsThat() {
    Hash32 first = add();
    watched(first);
    Hash32 second = replace(first, model.trainer(), input(), "0x3d0900");
    anvil.mine(1);
    WatchedTransaction replaced = look(first);
    assertThat(replaced.state()).isEqualTo(TransactionState.REPLACED);
    assertThat(replaced.replacedBy()).isEqualTo(second);
    assertThat(replaced.reason()).contains("took its place");
    assertThat(look(second).state()).isEqualTo(TransactionState.INCLUDED);
  }

  @Test
  void findsAReplacementSomeBlocksLater() {
    Hash32 first = add();
    watched(first);
    Hash32 second = replace(first, model.trainer(), input(), "0x3d0900");
    anvil.mine(90);
    look(first);
    assertThat(look(first).replacedBy()).isEqualTo(second);
  }

  @Test
  void saysThatItWasCancelled() {
    Hash32 first = add();
    watched(first);
    replace(first, account, new byte[0], "0x0");
    anvil.mine(1);
    WatchedTransaction cancelled = look(first);
    assertThat(cancelled.state()).isEqualTo(TransactionState.CANCELLED);
    anvil.mine(80);
    look(first);
    assertThat(settled(first)).isTrue();
  }

  @Test
  void saysWhyItRevertedAndWhatToDo() {
    TrainerCall call = new TrainerCall.Refund(KIT.sample(random), new UInt64(1), UInt256.of(12345));
    Hash32 hash = send(model.trainer(), call.encode(), "0x0");
    assertThat(watched(hash, REFUND).state()).isEqualTo(TransactionState.SENT);
    anvil.mine(1);
    WatchedTransaction reverted = look(hash);
    assertThat(reverted.state()).isEqualTo(TransactionState.REVERTED);
    assertThat(reverted.reason()).isEqualTo("The contract knows no such sample.");
    assertThat(reverted.remedy()).startsWith("Load the sample's page again");
  }

  @Test
  void namesAReorganisationAndGoesOn() {
    Hash32 hash = add();
    watched(hash);
    String signed = anvil.call("eth_getRawTransactionByHash", hash.toString()).asString();
    anvil.mine(1);
    parts.get(Indexer.class).catchUp();
    assertThat(look(hash).state()).isEqualTo(TransactionState.INDEXED);
    anvil.reorg(1);
    WatchedTransaction out = look(hash);
    assertThat(out.state()).isEqualTo(TransactionState.REORGED);
    assertThat(out.block()).isNull();
    assertThat(out.reason()).contains("reorganised");
    assertThat(look(hash).state()).isEqualTo(TransactionState.REORGED);
    anvil.call("eth_sendRawTransaction", signed);
    anvil.mine(1);
    assertThat(look(hash).state()).isEqualTo(TransactionState.INCLUDED);
  }

  @Test
  void findsWhatReplacedOneThatNoNodeHasEverShown() {
    Hash32 first = add();
    Hash32 second = replace(first, model.trainer(), input(), "0x3d0900");
    watchUnseen(first, nonce(second));
    assertThat(look(first).state()).isEqualTo(TransactionState.UNKNOWN);
    anvil.mine(1);
    WatchedTransaction replaced = look(first);
    assertThat(replaced.state()).isEqualTo(TransactionState.REPLACED);
    assertThat(replaced.replacedBy()).isEqualTo(second);
    assertThat(look(second).state()).isEqualTo(TransactionState.INCLUDED);
    assertThat(parts.get(Transactions.class).ofAccount(account, 9))
        .as("what nobody has shown may be made up")
        .extracting(each -> each.submitted().hash())
        .containsExactly(second);
  }

  @Test
  void settlesAnUnseenOneOnceItsNonceIsUsedInAFinalBlock() {
    Hash32 first = add();
    Hash32 second = replace(first, account, new byte[0], "0x0");
    anvil.mine(60);
    watchUnseen(first, nonce(second));
    ago("2 minutes");
    WatchedTransaction replaced = look(first);
    assertThat(replaced.state()).isEqualTo(TransactionState.REPLACED);
    assertThat(replaced.reason()).contains("took its place");
    assertThat(settled(first)).isFalse();
    anvil.mine(30);
    look(first);
    assertThat(settled(first)).isTrue();
  }

  @Test
  void doesNotTakeAnUnseenOneForReplacedWhileItsNonceIsFree() {
    Hash32 first = add();
    long next = nonce(replace(first, account, new byte[0], "0x0")) + 1;
    anvil.mine(100);
    watchUnseen(first, next);
    ago("2 minutes");
    assertThat(look(first).state()).isEqualTo(TransactionState.UNKNOWN);
    ago("31 minutes");
    WatchedTransaction dropped = look(first);
    assertThat(dropped.state()).isEqualTo(TransactionState.DROPPED);
    assertThat(dropped.reason()).startsWith("No node has ever shown this transaction");
    ago("25 hours");
    look(first);
    assertThat(settled(first)).isTrue();
  }

  private void watchUnseen(Hash32 hash, long nonce) {
    SubmittedTransaction announced =
        new SubmittedTransaction(model.id().chain(), hash, account, ADD_DATA, null, null, nonce);
    assertThat(parts.get(Transactions.class).watch(announced, "test"))
        .isInstanceOf(WatchResult.Watched.class);
  }

  private static long nonce(Hash32 pending) {
    String hash = pending.toString();
    return Long.decode(anvil.call("eth_getTransactionByHash", hash).get("nonce").asString());
  }

  private static void ago(String time) {
    String since = "now() - interval '" + time + "'";
    database.jdbc().sql("update watched_transaction set missing_since = " + since).update();
  }

  @Test
  void isDroppedWhenNoNodeKnowsItForLong() {
    Hash32 hash = add();
    watched(hash);
    anvil.call("anvil_dropTransaction", hash.toString());
    assertThat(look(hash).state()).isEqualTo(TransactionState.UNKNOWN);
    ago("31 minutes");
    WatchedTransaction dropped = look(hash);
    assertThat(dropped.state()).isEqualTo(TransactionState.DROPPED);
    assertThat(dropped.remedy()).contains("wallet");
  }

  @Test
  void takesOneThatNoNodeKnowsYetAndThrowsItAwayIfItIsSomethingElse() {
    anvil.automine(true);
    Map<String, String> payment = plain(account, account, "0x1");
    Hash32 stranger = Hash32.of(anvil.call("eth_sendTransaction", payment).asString());
    anvil.receipt(stranger);
    SubmittedTransaction later = submitted(stranger, ADD_DATA);
    TransactionProgress announced = TransactionProgress.announced(Instant.now());
    parts.get(WatchRows.class).add(later, announced, Instant.now());
    step();
    assertThat(parts.get(Transactions.class).find(later.chain(), stranger)).isEmpty();
    assertThat(watch(new Hash32(1, 2, 3, 4), REFUND))
        .isInstanceOfSatisfying(
            WatchResult.Watched.class,
            one -> assertThat(one.transaction().state()).isEqualTo(TransactionState.UNKNOWN));
  }

  @Test
  void refusesWhatIsNotAnAccountsOwnCallOfAListedTrainer() {
    Hash32 hash = add();
    assertThat(watch(hash, REPORT)).isInstanceOf(WatchResult.Refused.class);
    Address other = anvil.accounts().get(5);
    SubmittedTransaction wrong =
        new SubmittedTransaction(model.id().chain(), hash, other, ADD_DATA, null, null);
    assertThat(parts.get(Transactions.class).watch(wrong, "test"))
        .isInstanceOf(WatchResult.Refused.class);
    Hash32 elsewhere = send(model.mechanism(), input(), "0x0");
    assertThat(watch(elsewhere, ADD_DATA)).isInstanceOf(WatchResult.Refused.class);
    wrong = new SubmittedTransaction(new ChainId(5), hash, account, ADD_DATA, null, null);
    assertThat(parts.get(Transactions.class).watch(wrong, "test"))
        .isInstanceOf(WatchResult.Refused.class);
  }

  @Test
  void followsSoManyThatNobodyHasSeenAndLeavesRoomForTheRealOnes() {
    Transactions transactions = parts.get(Transactions.class);
    for (int i = 0; i < Transactions.MOST_OF_AN_ACCOUNT; i++) {
      assertThat(transactions.watch(submitted(new Hash32(9, 9, 9, i), REFUND), "a"))
          .isInstanceOf(WatchResult.Watched.class);
    }
    assertThat(transactions.watch(submitted(new Hash32(9, 9, 8, 1), REFUND), "a"))
        .isInstanceOf(WatchResult.Full.class);
    Hash32 real = add();
    assertThat(watched(real).state()).isEqualTo(TransactionState.SENT);
    assertThat(transactions.ofAccount(account, 9))
        .extracting(each -> each.submitted().hash())
        .containsExactly(real);
  }

  private Hash32 add() {
    return send(model.trainer(), input(), "0x3d0900");
  }

  private byte[] input() {
    return new TrainerCall.AddData(KIT.sample(random), new UInt64(1)).encode();
  }

  private Hash32 send(Address to, byte[] input, String value) {
    Map<String, String> wire = plain(account, to, value);
    wire.put("input", Hex.text(input));
    wire.put("maxFeePerGas", "0x77359400");
    wire.put("maxPriorityFeePerGas", "0x3b9aca00");
    return Hash32.of(anvil.call("eth_sendTransaction", wire).asString());
  }

  private static Map<String, String> plain(Address from, Address to, String value) {
    Map<String, String> wire = new HashMap<>();
    wire.put("from", from.toString());
    wire.put("to", to.toString());
    wire.put("value", value);
    wire.put("gas", "0x200000");
    return wire;
  }

  private Hash32 replace(Hash32 first, Address to, byte[] input, String value) {
    Map<String, String> wire = plain(account, to, value);
    wire.put("input", Hex.text(input));
    wire.put(
        "nonce", anvil.call("eth_getTransactionByHash", first.toString()).get("nonce").asString());
    wire.put("maxFeePerGas", "0x12a05f200");
    wire.put("maxPriorityFeePerGas", "0x77359400");
    return Hash32.of(anvil.call("eth_sendTransaction", wire).asString());
  }

  private WatchedTransaction watched(Hash32 hash) {
    return watched(hash, ADD_DATA);
  }

  private WatchedTransaction watched(Hash32 hash, TransactionKind kind) {
    WatchResult watching = watch(hash, kind);
    assertThat(watching).isInstanceOf(WatchResult.Watched.class);
    return ((WatchResult.Watched) watching).transaction();
  }

  private WatchResult watch(Hash32 hash, TransactionKind kind) {
    return parts.get(Transactions.class).watch(submitted(hash, kind), "test");
  }

  private SubmittedTransaction submitted(Hash32 hash, TransactionKind kind) {
    @Nullable ModelId none = null;
    return new SubmittedTransaction(model.id().chain(), hash, account, kind, null, none);
  }

  private WatchedTransaction look(Hash32 hash) {
    step();
    return parts.get(Transactions.class).find(model.id().chain(), hash).orElseThrow();
  }

  private static void step() {
    database.jdbc().sql("update watched_transaction set next_look = 'epoch'").update();
    parts.get(WatchEngine.class).step();
  }

  private static boolean settled(Hash32 hash) {
    return database
        .jdbc()
        .sql("select settled from watched_transaction where hash = ?")
        .param(hash.bytes())
        .query(Boolean.class)
        .single();
  }
}
