package org.sumscan.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.node.RpcConnector;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.signin.RefusedSignIn.Reason;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.SettableClock;
import org.sumscan.testing.TestDatabase;
import org.web3j.crypto.Sign;

class SignInTest {

  private static final ChainId CHAIN = new ChainId(31337);
  private static final ChainId OTHER_CHAIN = new ChainId(31338);
  private static final Site SITE = new Site("https", "sumscan.example");
  private static final Key KEY = Key.of(1);

  private static TestDatabase database;
  private static Anvil anvil;
  private static Anvil otherAnvil;
  private static Chains chains;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final SignInSettings settings = new SignInSettings(null, Duration.ofHours(12));
  private final SignIn signIn = signIn(settings);

  private SignIn signIn(SignInSettings settings) {
    return new SignIn(
        chains, new Nonces(database.jdbc(), clock), account -> List.of(), settings, clock);
  }

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    anvil = Anvil.start();
    otherAnvil = Anvil.start("--chain-id", "31338");
    chains = new Chains(List.of(), new RpcConnector(Clock.systemUTC()));
    chains.add(ConfiguredChain.embedded("one", anvil.url()));
    chains.add(ConfiguredChain.embedded("other", otherAnvil.url()));
  }

  @AfterAll
  static void stop() {
    otherAnvil.close();
    anvil.close();
    database.close();
  }

  private String draft(Address account) {
    return signIn.draft(SITE, CHAIN, account).orElseThrow();
  }

  private SignedIn authenticated(String message, byte[] signature) {
    return signIn.authenticate(new SignedMessage(SITE, message, signature));
  }

  private void refuses(String message, byte[] signature, Reason reason) {
    assertThatThrownBy(() -> authenticated(message, signature))
        .isInstanceOfSatisfying(
            RefusedSignIn.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.getMessage()).endsWith(".");
            });
  }

  @Test
  void letsInWhoSignedTheMessageThatWasGivenOut() {
    String message = draft(KEY.account());
    SignedIn account = authenticated(message, KEY.signed(message));
    assertThat(account.isAuthenticated()).isTrue();
    assertThat(account.account()).isEqualTo(KEY.account());
    assertThat(account.chain()).isEqualTo(CHAIN);
    assertThat(account.until()).isEqualTo(clock.instant().plus(settings.lifetime()));
    assertThat(account.isOperator()).isFalse();
  }

  @Test
  void takesTheOlderWayToWriteTheRecoveryNumber() {
    String message = draft(KEY.account());
    byte[] signature = KEY.signed(message);
    signature[64] -= 27;
    assertThat(authenticated(message, signature).account()).isEqualTo(KEY.account());
  }

  @Test
  void refusesANonceThatWasUsed() {
    String message = draft(KEY.account());
    byte[] signature = KEY.signed(message);
    assertThat(authenticated(message, signature).account()).isEqualTo(KEY.account());
    refuses(message, signature, Reason.UNKNOWN_NONCE);
  }

  @Test
  void letsOneNonceInOnlyOnceHoweverManyTryAtOnce() throws Exception {
    String message = draft(KEY.account());
    byte[] signature = KEY.signed(message);
    Callable<Boolean> trial = () -> isLetIn(message, signature);
    int in = 0;
    try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> one : eight.invokeAll(Collections.nCopies(8, trial))) {
        if (one.get()) in++;
      }
    }
    assertThat(in).isEqualTo(1);
  }

  private boolean isLetIn(String message, byte[] signature) {
    try {
      return authenticated(message, signature).isAuthenticated();
    } catch (RefusedSignIn refused) {
      return false;
    }
  }

  @Test
  void spendsANonceEvenOnAWrongSignature() {
    String message = draft(KEY.account());
    refuses(message, Key.of(2).signed(message), Reason.WRONG_SIGNATURE);
    refuses(message, KEY.signed(message), Reason.UNKNOWN_NONCE);
  }

  @Test
  void refusesANonceThatItNeverGave() {
    String message = draft(KEY.account()).replaceFirst("Nonce: .*", "Nonce: abcdefghijklmnop");
    refuses(message, KEY.signed(message), Reason.UNKNOWN_NONCE);
  }

  @Test
  void refusesANonceThatWasGivenToAnother() {
    Key other = Key.of(2);
    String message =
        draft(KEY.account()).replace(KEY.account().toString(), other.account().toString());
    refuses(message, other.signed(message), Reason.UNKNOWN_NONCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://sumscan.example.evil.example",
        "http://sumscan.example",
        "https://sumscan.example:8443",
        "https://sub.sumscan.example"
      })
  void refusesAMessageThatWasSignedForAnotherSite(String origin) {
    String message = draft(KEY.account()).replace("https://sumscan.example", origin);
    refuses(message, KEY.signed(message), Reason.WRONG_SITE);
  }

  @Test
  void refusesAMessageWhoseAddressIsOfAnotherSite() {
    for (String uri : List.of("https://evil.example/", "urn:sumscan", "http://sumscan.example/")) {
      String message = draft(KEY.account()).replaceFirst("URI: .*", "URI: " + uri);
      refuses(message, KEY.signed(message), Reason.WRONG_SITE);
    }
  }

  @Test
  void refusesAMessageThatHasExpired() {
    String message = draft(KEY.account());
    clock.advance(Nonces.LIFETIME);
    refuses(message, KEY.signed(message), Reason.EXPIRED);
  }

  @Test
  void refusesAMessageThatExpiresTooLateForItsNonce() {
    String message =
        draft(KEY.account())
            .replaceFirst("Expiration Time: .*", "Expiration Time: 2099-01-01T00:00:00Z");
    clock.advance(Nonces.LIFETIME.plusSeconds(1));
    refuses(message, KEY.signed(message), Reason.EXPIRED);
  }

  @Test
  void refusesAMessageThatNeverExpires() {
    String message = draft(KEY.account()).replaceFirst("\nExpiration Time: .*", "");
    refuses(message, KEY.signed(message), Reason.MALFORMED);
  }

  @Test
  void refusesAMessageOfTheFuture() {
    String later = draft(KEY.account()) + "\nNot Before: 2026-03-01T12:05:00Z";
    refuses(later, KEY.signed(later), Reason.NOT_YET_VALID);
    String issued =
        draft(KEY.account()).replaceFirst("Issued At: .*", "Issued At: 2026-03-01T12:02:00Z");
    refuses(issued, KEY.signed(issued), Reason.NOT_YET_VALID);
  }

  @Test
  void refusesAnotherChain() {
    String unknown = draft(KEY.account()).replace("Chain ID: 31337", "Chain ID: 1");
    refuses(unknown, KEY.signed(unknown), Reason.WRONG_CHAIN);
    String other = draft(KEY.account()).replace("Chain ID: 31337", "Chain ID: 31338");
    refuses(other, KEY.signed(other), Reason.UNKNOWN_NONCE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signIn.draft(SITE, new ChainId(1), KEY.account()));
  }

  @Test
  void refusesForgedSignatures() {
    for (int flaw = 0; flaw < 6; flaw++) {
      String message = draft(KEY.account());
      byte[] right = KEY.signed(message);
      byte[] forged =
          switch (flaw) {
            case 0 -> Key.of(2).signed(message);
            case 1 -> KEY.signed(message + " ");
            case 2 -> Key.mirrored(right);
            case 3 -> new byte[65];
            case 4 -> new byte[0];
            default -> Arrays.copyOf(right, 66);
          };
      refuses(message, forged, Reason.WRONG_SIGNATURE);
    }
  }

  @Test
  void refusesASignatureOfTheTextWithoutTheHeadOfAPersonalMessage() {
    String message = draft(KEY.account());
    var bare = Sign.signMessage(message.getBytes(StandardCharsets.UTF_8), KEY.pair());
    byte[] signature = Arrays.copyOf(bare.getR(), 65);
    System.arraycopy(bare.getS(), 0, signature, 32, 32);
    signature[64] = bare.getV()[0];
    refuses(message, signature, Reason.WRONG_SIGNATURE);
  }

  private static Address contract(Anvil chain, Key owner, int manner) {
    return chain.deploy(
        Artifact.forTests("SigningAccount"), Abi.tuple(List.of(owner.account(), manner)));
  }

  @Test
  void letsInAContractAccountWhoseOwnerSigned() {
    Address account = contract(anvil, KEY, 0);
    String message = draft(account);
    assertThat(authenticated(message, KEY.signed(message)).account()).isEqualTo(account);
  }

  @Test
  void refusesAContractAccountWhoseOwnerDidNotSign() {
    String message = draft(contract(anvil, KEY, 0));
    refuses(message, Key.of(2).signed(message), Reason.WRONG_SIGNATURE);
  }

  @Test
  void asksAContractAccountOnItsOwnChainOnly() {
    // Whatever may be at the same address here, it has another owner.
    Address elsewhere = contract(otherAnvil, Key.of(7), 0);
    String message = draft(elsewhere);
    refuses(message, Key.of(7).signed(message), Reason.WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void isNotFooledByAContractThatMisbehaves(int manner) {
    String message = draft(contract(anvil, KEY, manner));
    refuses(message, KEY.signed(message), Reason.WRONG_SIGNATURE);
  }

  @Test
  void believesOnlyNamesOfThisMachineUnlessASiteIsConfigured() {
    assertThat(signIn.site("http", "localhost:8080")).contains(new Site("http", "localhost:8080"));
    assertThat(signIn.site("http", "127.0.0.1")).isPresent();
    assertThat(signIn.site("http", "sumscan.example")).isEmpty();
    assertThat(signIn.site("http", "localhost.evil.example")).isEmpty();
    assertThat(signIn.site("http", null)).isEmpty();
    SignInSettings public1 =
        new SignInSettings(URI.create("https://Sumscan.example"), Duration.ofHours(1));
    assertThat(signIn(public1).site("http", "evil.example")).contains(SITE);
  }
}
