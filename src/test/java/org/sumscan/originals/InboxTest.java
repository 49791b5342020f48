package org.sumscan.originals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.TestDatabase;

class InboxTest {

  private static final ChainId CHAIN = new ChainId(7);

  private final TestDatabase database = TestDatabase.create();
  private final Inbox inbox = new Inbox(database.jdbc(), event -> {}, Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  private SubmissionResult send(long transaction, String text, String client) {
    return inbox.receive(CHAIN, new Hash32(0, 0, 0, transaction), new Content.Text(text), client);
  }

  @Test
  void boundsWhatWaitsOfOneClientAndLetsOthersIn() {
    for (int i = 0; i < Inbox.MOST_OF_A_CLIENT; i++) {
      assertThat(send(i, "text", "a")).isEqualTo(new SubmissionResult.Accepted());
    }
    assertThat(send(0, "text", "a")).isEqualTo(new SubmissionResult.Accepted());
    assertThat(send(-1, "text", "a")).isInstanceOf(SubmissionResult.Full.class);
    assertThat(send(-1, "text", "b")).isEqualTo(new SubmissionResult.Accepted());
  }

  @Test
  void boundsTheBytesOfOneClient() {
    String large = "x".repeat(Content.MOST_TEXT_BYTES);
    long most = Inbox.MOST_BYTES_OF_A_CLIENT / Content.MOST_TEXT_BYTES;
    for (int i = 0; i < most; i++) send(i, large, "a");
    assertThat(send(-1, "x", "a")).isInstanceOf(SubmissionResult.Full.class);
  }

  @Test
  void boundsWhatWaitsForOneTransaction() {
    for (int i = 0; i < Inbox.MOST_FOR_A_TRANSACTION; i++) send(1, "text " + i, "client " + i);
    assertThat(send(1, "one more", "another")).isInstanceOf(SubmissionResult.Full.class);
  }

  @Test
  void boundsWhatWaitsInAll() {
    database
        .jdbc()
        .sql(
            """
            insert into pending_original
              (chain_id, transaction_hash, kind, content, digest, client, received_at, expires_at)
            select 7, sha256(n::text::bytea), 'text', '', sha256(n::text::bytea), n::text, now(),
              now() from generate_series(1, ?) n
            """)
        .param(Inbox.MOST)
        .update();
    assertThat(send(1, "text", "a")).isInstanceOf(SubmissionResult.Full.class);
  }

  @Test
  void takesTextsOfAnyCharactersUpToABound() {
    String odd = "a\0b \ud83d\ude00 \ud800 \u202e";
    send(1, odd, "a");
    assertThat(inbox.waiting(CHAIN, new Hash32(0, 0, 0, 1)).getFirst().content())
        .isEqualTo(new Content.Text("a\0b \ud83d\ude00 \ufffd \u202e"));
    assertThatThrownBy(() -> new Content.Text("\u20ac".repeat(Content.MOST_TEXT_BYTES / 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
