package org.sumscan.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.accuracy.PostedAccuracies.Outcome;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class PostedAccuraciesTest {

  private static final ModelId MODEL = new ModelId(new ChainId(7), new Address(1, 2, 3));
  private static final ModelId OTHER = new ModelId(new ChainId(8), new Address(1, 2, 3));
  private static final PostedFigure GOOD = new PostedFigure("0.9");
  private static final PostedFigure BAD = new PostedFigure("\"12.50\"");

  private final TestDatabase database = TestDatabase.create();
  private final Parts parts = Parts.of(database, "accuracy");
  private final PostedAccuracies posted = parts.get(PostedAccuracies.class);

  @AfterEach
  void close() {
    parts.close();
    database.close();
  }

  @Test
  void keepsTheFirstOfATransactionForGood() {
    assertThat(posted.post(MODEL, transaction(1), 5L, GOOD, "here")).isEqualTo(Outcome.KEPT);
    assertThat(posted.post(MODEL, transaction(1), 5L, GOOD, "there")).isEqualTo(Outcome.SAME);
    assertThat(posted.post(MODEL, transaction(1), null, GOOD, "here")).isEqualTo(Outcome.OTHER);
    assertThat(posted.post(MODEL, transaction(1), 5L, BAD, "here")).isEqualTo(Outcome.OTHER);
    assertThat(posted.post(OTHER, transaction(1), null, BAD, "here")).isEqualTo(Outcome.KEPT);
    assertThat(posted.of(MODEL, 10))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.model()).isEqualTo(MODEL);
              assertThat(one.transaction()).isEqualTo(transaction(1));
              assertThat(one.block()).isEqualTo(5L);
              assertThat(one.figure()).isEqualTo(GOOD);
            });
  }

  @Test
  void answersTheLatestOldestFirst() {
    for (int i = 1; i <= 4; i++) posted.post(MODEL, transaction(i), null, GOOD, "here");
    assertThat(posted.of(MODEL, 3))
        .extracting(PostedAccuracy::transaction)
        .containsExactly(transaction(2), transaction(3), transaction(4));
  }

  @Test
  void takesSoManyOfAClientADayAndNoMoreWhenTwoComeAtOnce() throws Exception {
    database
        .jdbc()
        .sql(
            """
            insert into posted_accuracy
              (chain_id, address, transaction_hash, accuracy, client, posted_at)
            select 9, ?, decode(lpad(to_hex(i), 64, '0'), 'hex'), '1', 'here', now()
            from generate_series(1, ?) i
            """)
        .params(MODEL.address().bytes(), PostedAccuracies.MOST_OF_A_CLIENT - 1)
        .update();
    List<Callable<Outcome>> two =
        List.of(
            () -> posted.post(MODEL, transaction(1), null, GOOD, "here"),
            () -> posted.post(MODEL, transaction(2), null, GOOD, "here"));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      assertThat(threads.invokeAll(two).stream().map(Future::resultNow))
          .containsExactlyInAnyOrder(Outcome.KEPT, Outcome.FULL);
    }
    assertThat(posted.post(MODEL, transaction(3), null, GOOD, "there")).isEqualTo(Outcome.KEPT);
    database
        .jdbc()
        .sql("update posted_accuracy set posted_at = posted_at - interval '1 day'")
        .update();
    assertThat(posted.post(MODEL, transaction(4), null, GOOD, "here")).isEqualTo(Outcome.KEPT);
  }

  @Test
  void remembersTheFirstFigureThatAModelWasListedWith() {
    posted.listed(MODEL, GOOD);
    posted.listed(MODEL, BAD);
    posted.listed(OTHER, null);
    assertThat(posted.ofListings(List.of(MODEL, OTHER)))
        .containsOnlyKeys(MODEL)
        .containsEntry(MODEL, GOOD);
    assertThat(posted.ofListings(List.of())).isEmpty();
  }

  private static Hash32 transaction(int number) {
    return new Hash32(0, 0, 0, number);
  }
}
