package org.sumscan.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

class SignInMessageTest {

  private static final String FULL =
      """
      https://sumscan.example:8443 wants you to sign in with your Ethereum account:
      0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

      Read the notes, then write: one's own (only)!

      URI: https://sumscan.example:8443/
      Version: 1
      Chain ID: 31337
      Nonce: 32891756
      Issued At: 2026-03-01T16:25:24Z
      Expiration Time: 2026-03-01T16:35:24.5+00:00
      Not Before: 2026-03-01T18:25:24+02:00
      Request ID: some-id%20
      Resources:
      - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
      - https://example.com/my-web2-claim.json\
      """
          .stripIndent();

  private static final String BARE =
      """
      localhost wants you to sign in with your Ethereum account:
      0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2


      URI: http://localhost/
      Version: 1
      Chain ID: 1
      Nonce: abcdefgh
      Issued At: 2026-03-01T16:25:24Z\
      """
          .stripIndent();

  @Test
  void readsEveryField() throws MalformedMessage {
    SignInMessage message = SignInMessage.read(FULL);
    assertThat(message)
        .isEqualTo(
            new SignInMessage(
                "https",
                "sumscan.example:8443",
                Address.of("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
                "Read the notes, then write: one's own (only)!",
                URI.create("https://sumscan.example:8443/"),
                new ChainId(31337),
                "32891756",
                Instant.parse("2026-03-01T16:25:24Z"),
                Instant.parse("2026-03-01T16:35:24.500Z"),
                Instant.parse("2026-03-01T16:25:24Z"),
                "some-id%20",
                List.of(
                    URI.create(
                        "ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/"),
                    URI.create("https://example.com/my-web2-claim.json"))));
  }

  @Test
  void readsWhatHasOnlyWhatItMust() throws MalformedMessage {
    SignInMessage message = SignInMessage.read(BARE);
    assertThat(message.scheme()).isNull();
    assertThat(message.statement()).isNull();
    assertThat(message.expirationTime()).isNull();
    assertThat(message.resources()).isEmpty();
    assertThat(message.text()).isEqualTo(BARE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2|0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2",
        "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2|0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc",
        "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2|0XC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
        "Ethereum account|Ethereum  account",
        "Version: 1|Version: 2",
        "Version: 1|Version: 1 ",
        "Chain ID: 31337|Chain ID: 0",
        "Chain ID: 31337|Chain ID: 031337",
        "Chain ID: 31337|Chain ID: 0x7a69",
        "Chain ID: 31337|Chain ID: 9999999999999999999",
        "Nonce: 32891756|Nonce: 3289175",
        "Nonce: 32891756|Nonce: 3289-1756",
        "URI: https://sumscan.example:8443/|URI: /here",
        "URI: https://sumscan.example:8443/|URI: https://sumscan.example:8443/ more",
        "2026-03-01T16:25:24Z|2026-02-30T16:25:24Z",
        "2026-03-01T16:25:24Z|2026-03-01 16:25:24Z",
        "2026-03-01T16:25:24Z|2026-03-01T16:25:24",
        "2026-03-01T16:25:24Z|2026-03-01T16:25:24+99:00",
        "2026-03-01T16:25:24Z|today",
        "https://sumscan|ht tps://sumscan",
        "sumscan.example:8443 wants|sumscan.example:844333 wants",
        "sumscan.example:8443 wants|sumscan.example@evil.example wants",
        "one's own (only)!|one's own <b>",
        "one's own (only)!|öne's own",
        "Request ID: some-id%20|Request ID: some id",
        "Resources:|Resources: ",
        "- https://example.com|* https://example.com"
      })
  void refusesWhatStraysFromTheLetter(String right, String wrong) {
    assertThat(FULL).contains(right);
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> SignInMessage.read(FULL.replace(right, wrong)))
        .withMessageStartingWith("This is not a sign-in message by EIP-4361");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n\n\n\n\n\n\n\n", "hello", "\u0000"})
  void refusesWhatIsNoMessageAtAll(String text) {
    assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> SignInMessage.read(text));
  }

  @Test
  void refusesTheLinesOfAnotherOrder() {
    List<String> lines = List.of(FULL.split("\n"));
    for (int i = 0; i + 1 < lines.size(); i++) {
      List<String> swapped = new ArrayList<>(lines);
      swapped.set(i, lines.get(i + 1));
      swapped.set(i + 1, lines.get(i));
      if (i == lines.size() - 2) continue;
      assertThatExceptionOfType(MalformedMessage.class)
          .as("line " + i)
          .isThrownBy(() -> SignInMessage.read(String.join("\n", swapped)));
    }
  }

  @Test
  void refusesALineMissingAndALineTwice() {
    List<String> lines = List.of(BARE.split("\n"));
    for (int i = 0; i < lines.size(); i++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(i);
      List<String> more = new ArrayList<>(lines);
      more.add(i, lines.get(i));
      for (List<String> wrong : List.of(fewer, more)) {
        assertThatExceptionOfType(MalformedMessage.class)
            .as(wrong.toString())
            .isThrownBy(() -> SignInMessage.read(String.join("\n", wrong)));
      }
    }
  }

  @Test
  void refusesWhatAnyOtherLineEndWouldHide() {
    for (String end : List.of("\r\n", "\r", "\u2028", "\u000b", "\n\n")) {
      assertThatExceptionOfType(MalformedMessage.class)
          .isThrownBy(() -> SignInMessage.read(BARE.replace("\n", end)));
    }
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> SignInMessage.read(BARE + "\n"));
  }

  /** Whatever it takes, it writes again as the same message; whatever it does not, it says so. */
  @Test
  void neverFailsOtherwiseThanBySayingSo() {
    Random random = new Random(4361);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(i % 2 == 0 ? FULL : BARE, random);
      try {
        SignInMessage message = SignInMessage.read(text);
        assertThat(SignInMessage.read(message.text())).as(text).isEqualTo(message);
        taken++;
      } catch (MalformedMessage refused) {
        assertThat(refused).hasMessageContaining("sign-in message");
      }
    }
    assertThat(taken).as("so that both ways are tried").isBetween(500, 19_000);
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(0x20, 0x7f));
        case 2 -> changed.setCharAt(at, (char) random.nextInt(0x10000));
        default -> changed.setCharAt(at, text.charAt(random.nextInt(text.length())));
      }
    }
    return changed.toString();
  }

  @Test
  void refusesAMessageOfAnyGreatLength() {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> SignInMessage.read(BARE.replace("localhost", "l".repeat(100_000))))
        .withMessageContaining("at most");
  }
}
