package org.sumscan.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.notes.Notes.Outcome;
import org.sumscan.notes.Notes.Wish;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

class NotesTest {

  private static final Address OPERATOR = Address.of("0x00000000000000000000000000000000000000AA");

  private static TestDatabase database;
  private static Anvil anvil;
  private static Parts parts;

  private final Notes notes = parts.get(Notes.class);
  private final ModelRecord record = parts.get(ModelRecord.class);
  private final Models models = parts.get(Models.class);
  private ModelId id;

  @BeforeAll
  static void wire() {
    database = TestDatabase.create();
    anvil = Anvil.start();
    Map<String, Object> settings =
        Map.of(
            "sumscan.indexer.enabled", false,
            "sumscan.registration.enabled", false,
            "sumscan.notes.operators", OPERATOR.toString());
    parts =
        Parts.of(
            database, settings, "chain", "ledger", "indexer", "catalog", "registration", "notes");
    parts
        .get(Indexer.class)
        .index(parts.get(Chains.class).add(ConfiguredChain.embedded("test", anvil.url())));
  }

  @AfterAll
  static void close() {
    parts.close();
    anvil.close();
    database.close();
  }

  @BeforeEach
  void list() {
    id = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.DENSE_PERCEPTRON)).id();
    parts.get(Registration.class).listModel(id);
  }

  private Model model() {
    return models.find(id).orElseThrow();
  }

  private static Address account(int number) {
    return anvil.accounts().get(number);
  }

  private Outcome act(Address account, ModerationAction act, @Nullable String words) {
    return act(account, act, words, null, null);
  }

  private Outcome act(
      Address account,
      ModerationAction act,
      @Nullable String words,
      @Nullable Address subject,
      @Nullable Hash32 creation) {
    Wish wish = new Wish(act, words == null ? null : new NoteText(words), subject, creation);
    boolean operator = parts.get(Operators.class).contains(account);
    return notes.act(model(), new Notes.Author(account, operator), wish);
  }

  private List<String> notes() {
    return record.inForce(id, ModerationAction.NOTE, 10).stream()
        .map(RecordedAction::words)
        .toList();
  }

  @Test
  void keepsOneNoteOfEachAccountAndEveryLineOfTheRecord() {
    act(account(1), ModerationAction.NOTE, "first");
    act(account(2), ModerationAction.NOTE, "of another");
    assertThat(act(account(1), ModerationAction.NOTE, "second")).isInstanceOf(Outcome.Done.class);
    assertThat(notes()).containsExactly("second", "of another");
    assertThat(record.of(id, 10))
        .extracting(RecordedAction::words, RecordedAction::inForce)
        .containsExactly(tuple("second", true), tuple("of another", true), tuple("first", false));
  }

  @Test
  void addsNothingForWhatWasSaidAlready() {
    act(account(1), ModerationAction.NOTE, "once");
    assertThat(act(account(1), ModerationAction.NOTE, "once")).isInstanceOf(Outcome.Already.class);
    assertThat(act(account(2), ModerationAction.WITHDRAW_NOTE, null))
        .isInstanceOf(Outcome.Already.class);
    assertThat(record.of(id, 10)).hasSize(1);
  }

  @Test
  void letsEachWithdrawHisOwnNoteOnly() {
    act(account(1), ModerationAction.NOTE, "mine");
    act(account(2), ModerationAction.WITHDRAW_NOTE, null);
    assertThat(notes()).containsExactly("mine");
    act(account(1), ModerationAction.WITHDRAW_NOTE, null);
    assertThat(notes()).isEmpty();
    act(account(1), ModerationAction.NOTE, "mine");
    assertThat(notes()).containsExactly("mine");
  }

  @Test
  void letsTheModelOwnerSpeakAsSuchAndNobodyElse() {
    assertThat(act(account(0), ModerationAction.OWNER_NOTE, "I made it"))
        .isInstanceOf(Outcome.Done.class);
    assertThat(act(account(1), ModerationAction.OWNER_NOTE, "I made it"))
        .isInstanceOfSatisfying(
            Outcome.Forbidden.class,
            refused -> assertThat(refused.message()).contains("modelOwner()"));
    assertThat(record.inForce(id, ModerationAction.OWNER_NOTE, 10)).hasSize(1);
    assertThat(record.of(id, 10)).hasSize(1);
  }

  @Test
  void believesTheSenderOfTheTransactionThatCreatedTheTrainer() {
    Created created = createdBy(account(4));
    id = created.model();
    assertThat(act(account(4), ModerationAction.OWNER_NOTE, "mine"))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(act(account(4), ModerationAction.OWNER_NOTE, "mine", null, created.transaction()))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(done.line().evidence()).isEqualTo(created.transaction()));
  }

  @Test
  void believesNoOtherTransaction() {
    Created created = createdBy(account(4));
    id = created.model();
    Hash32 call = anvil.send(account(4), account(5), new byte[0]);
    anvil.receipt(call);
    Hash32 other = createdBy(account(5)).transaction();
    Hash32 unknown = Hash32.of("0x" + "ab".repeat(32));
    for (Hash32 hash : List.of(call, other, unknown)) {
      assertThat(act(account(4), ModerationAction.ASK_TO_HIDE, "please", null, hash))
          .isInstanceOf(Outcome.Forbidden.class);
    }
    assertThat(act(account(5), ModerationAction.OWNER_NOTE, "mine", null, created.transaction()))
        .isInstanceOf(Outcome.Forbidden.class);
  }

  private record Created(ModelId model, Hash32 transaction) {}

  /** The same model behind a trainer that another account created. */
  private Created createdBy(Address creator) {
    DeployedModel model = DeployedModel.unfinished(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Hash32 original = creation(model.trainer());
    String input =
        anvil.call("eth_getTransactionByHash", original.toString()).get("input").asString();
    JsonNode receipt = anvil.execute(Map.of("from", creator.toString(), "input", input));
    Address trainer = Address.of(receipt.get("contractAddress").asString());
    DeployedModel moved =
        new DeployedModel(anvil, trainer, model.classifier(), model.handler(), model.mechanism());
    moved.handOver();
    parts.get(Registration.class).listModel(moved.id());
    return new Created(moved.id(), Hash32.of(receipt.get("transactionHash").asString()));
  }

  private static Hash32 creation(Address contract) {
    for (long block = anvil.head(); block > 0; block--) {
      String number = "0x" + Long.toHexString(block);
      for (JsonNode receipt : anvil.call("eth_getBlockReceipts", number)) {
        JsonNode created = receipt.get("contractAddress");
        if (created.isString() && Address.of(created.asString()).equals(contract)) {
          return Hash32.of(receipt.get("transactionHash").asString());
        }
      }
    }
    throw new IllegalStateException("nobody created " + contract);
  }

  @ParameterizedTest
  @EnumSource(
      value = ModerationAction.class,
      names = {"REMOVE_NOTE", "HIDE", "SHOW", "ALLOW", "DISALLOW"})
  void leavesDecisionsToTheOperator(ModerationAction act) {
    for (Address account : List.of(account(0), account(1))) {
      assertThat(act(account, act, "because", account(2), null))
          .isInstanceOf(Outcome.Forbidden.class);
    }
    assertThat(record.of(id, 10)).isEmpty();
    assertThat(model().isHidden() || model().isAllowed()).isFalse();
  }

  @Test
  void takesAHiddenModelOutOfEveryListButNotFromItsAddress() {
    long before = models.count();
    long found = models.search(ModelSearch.byName(500)).matches();
    act(OPERATOR, ModerationAction.HIDE, "unlawful");
    assertThat(model().isHidden()).isTrue();
    assertThat(models.count()).isEqualTo(before - 1);
    assertThat(models.search(ModelSearch.byName(500)).matches()).isEqualTo(found - 1);
    assertThat(models.byAddress(null, 500)).extracting(Model::id).doesNotContain(id);
    assertThat(models.at(id.address())).hasSize(1);
    act(OPERATOR, ModerationAction.SHOW, null);
    assertThat(models.count()).isEqualTo(before);
  }

  @Test
  void keepsAnOwnersWishUntilTheOperatorHasDecided() {
    act(account(0), ModerationAction.ASK_TO_HIDE, "trained on stolen mails");
    assertThat(model().isHidden()).isFalse();
    assertThat(record.openWishes(100)).extracting(RecordedAction::model).contains(id);
    act(OPERATOR, ModerationAction.HIDE, "as its owner asked");
    assertThat(record.openWishes(100)).extracting(RecordedAction::model).doesNotContain(id);
    assertThat(record.of(id, 10))
        .extracting(RecordedAction::act)
        .containsExactly(ModerationAction.HIDE, ModerationAction.ASK_TO_HIDE);
  }

  @Test
  void removesTheNotesOfAnAccount() {
    act(account(1), ModerationAction.NOTE, "abuse");
    act(account(2), ModerationAction.NOTE, "fine");
    act(OPERATOR, ModerationAction.REMOVE_NOTE, null, account(1), null);
    assertThat(notes()).containsExactly("fine");
    assertThat(act(OPERATOR, ModerationAction.REMOVE_NOTE, null, account(1), null))
        .isInstanceOf(Outcome.Already.class);
  }

  @Test
  void doesNotLoseADecisionToSomeoneWhoStoresAnOlderState() {
    Model older = model();
    act(OPERATOR, ModerationAction.ALLOW, null);
    assertThatExceptionOfType(OptimisticLockingFailureException.class)
        .isThrownBy(() -> models.putUnreadable(older, "of a test"));
    assertThat(model().isAllowed()).isTrue();
  }

  @Test
  void bearsWithAnAccountForSoLongADay() {
    Address busy = Address.of("0x00000000000000000000000000000000000000bb");
    for (int i = 0; i < Notes.MOST_A_DAY; i++) act(busy, ModerationAction.NOTE, "note " + i);
    assertThat(act(busy, ModerationAction.NOTE, "one more")).isInstanceOf(Outcome.TooMuch.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update model_record set words = 'other'",
        "delete from model_record",
        "truncate model_record"
      })
  void isARecordThatNobodyChanges(String sql) {
    act(account(1), ModerationAction.NOTE, "stays");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> database.jdbc().sql(sql).update())
        .withMessageContaining("only ever added to");
    assertThat(notes()).containsExactly("stays");
  }
}
