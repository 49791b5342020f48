package org.sumscan.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class WatchRowsTest {

  private static final ChainId CHAIN = new ChainId(7);
  private static final Address ACCOUNT = new Address(1, 1, 1);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static TestDatabase database;
  private static Parts parts;
  private static WatchRows rows;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    Map<String, Object> byHand =
        Map.of(
            "sumscan.indexer.enabled", false,
            "sumscan.registration.enabled", false,
            "sumscan.transactions.enabled", false);
    parts =
        Parts.of(
            database,
            byHand,
            "chain",
            "ledger",
            "indexer",
            "catalog",
            "registration",
            "transactions");
    rows = parts.get(WatchRows.class);
  }

  @AfterEach
  void empty() {
    database.jdbc().sql("truncate watched_transaction, chain cascade").update();
  }

  @AfterAll
  static void close() {
    parts.close();
    database.close();
  }

  @Test
  void keepsAllThatWasAnnouncedAndSeen() {
    LogRef sample = new LogRef(CHAIN, hash(90), 3);
    SubmittedTransaction full =
        new SubmittedTransaction(
            CHAIN,
            hash(1),
            ACCOUNT,
            TransactionKind.REPORT,
            sample,
            new ModelId(CHAIN, new Address(2, 2, 2)),
            8L);
    TransactionProgress announced = TransactionProgress.announced(NOON);
    rows.add(full, announced, NOON);
    rows.add(plain(2), announced, NOON);
    assertThat(found(1).submitted()).isEqualTo(full);
    assertThat(found(2).submitted()).isEqualTo(plain(2));
    assertThat(found(2).progress()).isEqualTo(announced);

    TransactionProgress signed = announced.signedBy(ACCOUNT, 8, true);
    for (TransactionProgress seen :
        List.of(
            signed.plain(TransactionState.INCLUDED, new BlockRef(5, hash(5))),
            signed.troubled(TransactionState.REVERTED, new BlockRef(5, hash(5)), "why", "what"),
            signed.replaced(TransactionState.REPLACED, hash(3), 6L, "why").scanned(9),
            signed.missing(TransactionState.DROPPED, NOON, "why", "what").done())) {
      rows.keep(key(1), seen, NOON, NOON);
      assertThat(found(1).progress()).isEqualTo(seen);
    }
  }

  @Test
  void saysWhenTheStateOrTheBlockChangedLast() {
    TransactionProgress sent =
        TransactionProgress.announced(NOON)
            .signedBy(ACCOUNT, 8, true)
            .plain(TransactionState.SENT, null);
    rows.add(plain(1), sent, NOON);
    rows.keep(key(1), sent.scanned(7), NOON.plusSeconds(1), NOON);
    assertThat(found(1).updatedAt()).isEqualTo(NOON);
    TransactionProgress included = sent.plain(TransactionState.INCLUDED, new BlockRef(5, hash(5)));
    rows.keep(key(1), included, NOON.plusSeconds(2), NOON);
    assertThat(found(1).updatedAt()).isEqualTo(NOON.plusSeconds(2));
    TransactionProgress moved = sent.plain(TransactionState.INCLUDED, new BlockRef(5, hash(6)));
    rows.keep(key(1), moved, NOON.plusSeconds(3), NOON);
    assertThat(found(1).updatedAt()).isEqualTo(NOON.plusSeconds(3));
    assertThat(found(1).sentAt()).isEqualTo(NOON);
  }

  @Test
  void countsConfirmationsByTheChainsHead() {
    TransactionProgress included =
        TransactionProgress.announced(NOON)
            .plain(TransactionState.INCLUDED, new BlockRef(5, hash(5)));
    rows.add(plain(1), included, NOON);
    rows.add(plain(2), TransactionProgress.announced(NOON), NOON);
    assertThat(found(1).confirmations()).as("no head is known").isZero();
    database.jdbc().sql("insert into chain (id, name, first_block) values (7, '', 0)").update();
    database.jdbc().sql("insert into chain_head (chain_id, number) values (7, 7)").update();
    assertThat(found(1).confirmations()).isEqualTo(3);
    assertThat(found(2).confirmations()).as("in no block").isZero();
    database.jdbc().sql("update chain_head set number = 4").update();
    assertThat(found(1).confirmations()).as("the head fell back").isZero();
  }

  @Test
  void leavesOneThatIsFollowedAlreadyAsItIs() throws Exception {
    TransactionProgress sent =
        TransactionProgress.announced(NOON).plain(TransactionState.SENT, null);
    rows.add(plain(1), sent, NOON);
    rows.add(plain(1), TransactionProgress.announced(NOON), NOON.plusSeconds(1));
    assertThat(found(1).progress()).isEqualTo(sent);
    Callable<Void> add =
        () -> {
          for (int i = 2; i < 50; i++) rows.add(plain(i), sent, NOON);
          return null;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(4, add))) done.get();
    }
    assertThat(rows.unsettled(false)).isEqualTo(49);
  }

  @Test
  void removesWhatWasSettledLongAgoAndAllButTheLatestOfAnAccount() {
    TransactionProgress open = TransactionProgress.announced(NOON).signedBy(ACCOUNT, 8, true);
    for (int i = 1; i <= 5; i++) {
      Instant at = NOON.plusSeconds(i);
      rows.add(plain(i), i == 2 ? open : open.done(), at);
    }
    rows.add(plain(6), TransactionProgress.announced(NOON).done(), NOON.plusSeconds(6));
    rows.prune(NOON.plusSeconds(11), Duration.ofSeconds(9), ACCOUNT, 2);
    assertThat(rows.due(NOON.plusSeconds(60), Limit.of(9)))
        .extracting(WatchedTransaction::key)
        .as("what is not settled is never removed")
        .containsExactly(key(2));
    assertThat(rows.of(ACCOUNT, Limit.of(9)))
        .extracting(WatchedTransaction::key)
        .containsExactly(key(5), key(4), key(2));
    assertThat(rows.find(CHAIN, hash(6))).as("no node has shown it").isEmpty();
    assertThat(rows.unsettledOf(ACCOUNT, true)).isOne();
    assertThat(rows.unsettledOf(ACCOUNT, false)).isZero();
  }

  @Test
  void keepsNothingOfOneThatWasRemovedMeanwhile() {
    rows.add(plain(1), TransactionProgress.announced(NOON), NOON);
    rows.deleteById(key(1));
    rows.deleteById(key(1));
    rows.keep(key(1), TransactionProgress.announced(NOON), NOON, NOON);
    rows.postpone(key(1), NOON);
    assertThat(rows.find(CHAIN, hash(1))).isEmpty();
  }

  private static WatchedTransaction found(int number) {
    return rows.find(CHAIN, hash(number)).orElseThrow();
  }

  private static SubmittedTransaction plain(int number) {
    return new SubmittedTransaction(
        CHAIN, hash(number), ACCOUNT, TransactionKind.REFUND, null, null);
  }

  private static TransactionKey key(int number) {
    return TransactionKey.of(CHAIN, hash(number));
  }

  private static Hash32 hash(int number) {
    return new Hash32(0, 0, 0, number);
  }
}
