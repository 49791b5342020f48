package org.sumscan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.Chains;
import org.sumscan.chain.ConfiguredChain;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.encoding.Encoding;
import org.sumscan.encoding.Variant;
import org.sumscan.encoding.WordHashes;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.ledger.search.Samples;
import org.sumscan.originals.Content;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Match;
import org.sumscan.originals.Original;
import org.sumscan.originals.Originals;
import org.sumscan.registration.Registration;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

/** Originals meet their samples on a real chain, in whatever order both arrive. */
class MatchingTest {

  private static final ChainId CHAIN = new ChainId(31337);
  private static final String WORDS = "Hey blockchain\0 GREAT";

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final DeployedModel model =
      DeployedModel.of(anvil, ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON), "MurmurHash3");
  private final Parts parts =
      Parts.of(
          database,
          Map.of(
              "sumscan.indexer.enabled", false,
              "sumscan.registration.enabled", false,
              "sumscan.matching.enabled", false),
          "chain",
          "ledger",
          "indexer",
          "catalog",
          "accuracy",
          "registration",
          "originals",
          "matching");

  MatchingTest() {
    parts.get(Chains.class).add(ConfiguredChain.embedded("test", anvil.url()));
    index();
    parts.get(Registration.class).listModel(model.id());
  }

  @AfterEach
  void close() {
    parts.close();
    anvil.close();
    database.close();
  }

  private void index() {
    parts.get(Indexer.class).catchUp();
  }

  private void match() {
    parts.get(Matching.class).step();
  }

  /** The same transaction each time for the same arguments, if the nonce is the same. */
  private Hash32 add(String text) {
    long[] features = ((Encoding.Encoded) WordHashes.UTF_8.encode(text)).features();
    Map<String, String> transaction =
        new TreeMap<>(
            Map.of(
                "from", anvil.accounts().get(1).toString(),
                "to", model.trainer().toString(),
                "input", Hex.text(new TrainerCall.AddData(features, new UInt64(1)).encode()),
                "value", "0x3d0900",
                "gas", "0x200000",
                "maxFeePerGas", "0x77359400",
                "maxPriorityFeePerGas", "0x1"));
    return Hash32.of(anvil.execute(transaction).get("transactionHash").asString());
  }

  private Submissions.Outcome send(Hash32 transaction, String text) {
    return parts
        .get(Submissions.class)
        .submit(CHAIN, transaction, new Content.Text(text), "127.0.0.1");
  }

  private Original only(Hash32 transaction) {
    List<Original> found = parts.get(Originals.class).ofTransaction(CHAIN, transaction);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void waitsForItsSampleThenMatchesWithEveryCharacterKept() {
    Hash32 transaction = add(WORDS);
    assertThat(send(transaction, WORDS)).isEqualTo(new Submissions.Outcome.Accepted());
    match();
    assertThat(count("pending_original")).isOne();
    assertThat(count("original")).isZero();
    index();
    match();
    assertThat(count("pending_original")).isZero();
    Original original = only(transaction);
    assertThat(original.match()).isEqualTo(new Match.Matches(Variant.WORDS_UTF_8));
    assertThat(original.content()).isEqualTo(new Content.Text(WORDS));
    assertThat(parts.get(Originals.class).variants(model.id()))
        .isEqualTo(Map.of(Variant.WORDS_UTF_8, 1L));
    LogRef sample =
        parts.get(Samples.class).ofTransactions(CHAIN, List.of(transaction)).getFirst().log();
    assertThat(original.sample()).isEqualTo(sample);
  }

  @Test
  void findsMatchingTextsByTheirWords() {
    Hash32 transaction = add(WORDS);
    index();
    send(transaction, WORDS);
    match();
    String found = "select count(*) from original where words @@ plainto_tsquery('simple', ?)";
    assertThat(database.jdbc().sql(found).param("great hey").query(Long.class).single()).isOne();
    assertThat(database.jdbc().sql(found).param("grea").query(Long.class).single()).isZero();
  }

  @Test
  void keepsOnlyTheFactOfWhatDiffersAndLetsWhatMatchesTakeItsPlace() {
    Hash32 transaction = add("hey");
    index();
    send(transaction, "something else");
    match();
    assertThat(only(transaction).match()).isEqualTo(new Match.Differs());
    assertThat(only(transaction).content()).isNull();
    assertThat(send(transaction, "hey")).isEqualTo(new Submissions.Outcome.Accepted());
    match();
    assertThat(only(transaction).content()).isEqualTo(new Content.Text("hey"));
    assertThat(send(transaction, "hey")).isEqualTo(new Submissions.Outcome.Kept());
    assertThat(send(transaction, "other")).isEqualTo(new Submissions.Outcome.Conflicts());
    assertThat(parts.get(Originals.class).variants(model.id()))
        .isEqualTo(Map.of(Variant.WORDS_UTF_8, 1L));
  }

  @Test
  void doesNotLetAWrongTextKeepOutTheRightOneWhileBothWait() {
    Hash32 transaction = add("hey");
    send(transaction, "wrong before");
    send(transaction, "hey");
    send(transaction, "wrong after");
    index();
    match();
    assertThat(only(transaction).content()).isEqualTo(new Content.Text("hey"));
    assertThat(count("pending_original")).isZero();
  }

  @Test
  void followsATransactionThroughAReorganisation() {
    String fork = anvil.snapshot();
    Hash32 transaction = add("hey");
    send(transaction, "hey");
    index();
    match();
    long block = sampleBlock();
    anvil.revert(fork);
    anvil.mine(2);
    index();
    match();
    assertThat(count("original")).isZero();
    assertThat(count("pending_original")).isOne();
    assertThat(parts.get(Originals.class).variants(model.id())).isEmpty();
    assertThat(add("hey")).isEqualTo(transaction);
    index();
    match();
    assertThat(only(transaction).matches()).isTrue();
    assertThat(sampleBlock()).isEqualTo(block + 2);
    assertThat(parts.get(Originals.class).variants(model.id()))
        .isEqualTo(Map.of(Variant.WORDS_UTF_8, 1L));
  }

  private long sampleBlock() {
    return database.jdbc().sql("select block_number from original").query(Long.class).single();
  }

  @Test
  void dropsWhatWaitedForADay() {
    Hash32 never = Hash32.of("0x" + "ab".repeat(32));
    send(never, "hey");
    match();
    Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(23));
    assertThat(new Inbox(database.jdbc(), event -> {}, tomorrow).expire()).isZero();
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(24));
    assertThat(new Inbox(database.jdbc(), event -> {}, later).expire()).isOne();
    assertThat(count("pending_original")).isZero();
  }
}
