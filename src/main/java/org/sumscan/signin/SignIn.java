package org.sumscan.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.signin.RefusedSignIn.Reason;

/** Writes the messages that people sign to sign in, and judges them when they come back. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class SignIn implements AuthenticationProvider {

  /** The most bytes of a signature; those of contract accounts can be long. */
  public static final int MOST_SIGNATURE_BYTES = AccountSignatures.MOST_BYTES;

  /** The most characters of a message. */
  public static final int MOST_MESSAGE_CHARACTERS = SignInReader.MOST_CHARACTERS;

  /** What is said where nobody can sign in, as no site is configured. */
  public static final String NO_SITE =
      "Nobody can sign in under this name of the site: its operator must set SUMSCAN_SIGN_IN_ORIGIN"
          + " to the address that people know it by.";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(1);
  private static final String STATEMENT =
      "Sign in to Sumscan to write notes on models. This costs nothing and allows no transaction.";

  private final Chains chains;
  private final Nonces nonces;
  private final AccountAuthorities authorities;
  private final SignInSettings settings;
  private final Clock clock;

  SignIn(
      Chains chains,
      Nonces nonces,
      AccountAuthorities authorities,
      SignInSettings settings,
      Clock clock) {
    this.chains = chains;
    this.nonces = nonces;
    this.authorities = authorities;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The site that messages are signed for; empty where nobody can sign in, as it is not configured
   * and the request came by a name that could be a stranger's.
   *
   * @param host the Host header of the request
   */
  public Optional<Site> site(String scheme, @Nullable String host) {
    return settings.origin() == null
        ? Site.local(scheme, host)
        : Optional.of(Site.of(settings.origin()));
  }

  /**
   * The message that an account is to sign, good for ten minutes and one try; empty while too many
   * are waiting to be signed.
   *
   * @throws IllegalArgumentException if we do not follow the chain
   */
  public Optional<String> draft(Site site, ChainId chain, Address account) {
    if (chains.node(chain).isEmpty()) {
      throw new IllegalArgumentException("Chain " + chain + " is not followed.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return nonces
        .issue(chain, account)
        .map(
            nonce ->
                new SignInMessage(
                        site.scheme(),
                        site.domain(),
                        account,
                        STATEMENT,
                        URI.create(site.origin() + "/"),
                        chain,
                        nonce,
                        now,
                        now.plus(Nonces.LIFETIME),
                        null,
                        null,
                        List.of())
                    .text());
  }

  /**
   * Judges a message that came back signed. Whatever comes of it, its nonce is spent once it was
   * looked at.
   *
   * @throws RefusedSignIn if it is not believed
   */
  @Override
  public SignedIn authenticate(Authentication signed) {
    return judged((SignedMessage) signed);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return SignedMessage.class.isAssignableFrom(authentication);
  }

  private SignedIn judged(SignedMessage signed) {
    SignInMessage message = read(signed.text());
    if (!signed.site().isMeantBy(message)) {
      throw new RefusedSignIn(
          Reason.WRONG_SITE,
          "The message was signed for another site; this one is " + signed.site().origin() + ".");
    }
    ChainNode node =
        chains
            .node(message.chain())
            .orElseThrow(
                () ->
                    new RefusedSignIn(
                        Reason.WRONG_CHAIN,
                        "The message names a chain that is not followed here."));
    checkTime(message);
    if (!nonces.spend(message.nonce(), message.chain(), message.account())) {
      throw new RefusedSignIn(
          Reason.UNKNOWN_NONCE,
          "The message's nonce was used already, has expired or was given for another account or"
              + " chain. Begin again.");
    }
    checkSignature(node, message, signed);
    Instant end = clock.instant().plus(settings.lifetime());
    return new SignedIn(message.chain(), message.account(), end, authorities.of(message.account()));
  }

  private static SignInMessage read(String text) {
    try {
      return SignInMessage.read(text);
    } catch (MalformedMessage malformed) {
      throw new RefusedSignIn(Reason.MALFORMED, String.valueOf(malformed.getMessage()));
    }
  }

  private void checkTime(SignInMessage message) {
    Instant now = clock.instant();
    Instant expires = message.expirationTime();
    Instant notBefore = message.notBefore();
    if (expires == null) {
      throw new RefusedSignIn(
          Reason.MALFORMED, "The message must say when it expires. Begin again.");
    }
    boolean old = message.issuedAt().plus(Nonces.LIFETIME).isBefore(now);
    if (!expires.isAfter(now) || old) {
      throw new RefusedSignIn(Reason.EXPIRED, "The message has expired. Begin again.");
    }
    boolean early = notBefore != null && notBefore.isAfter(now);
    if (early || message.issuedAt().isAfter(now.plus(CLOCK_ERROR))) {
      throw new RefusedSignIn(Reason.NOT_YET_VALID, "The message does not count yet.");
    }
  }

  private static void checkSignature(ChainNode node, SignInMessage message, SignedMessage signed) {
    boolean valid;
    try {
      valid =
          AccountSignatures.isSigned(node, message.account(), signed.text(), signed.signature());
    } catch (NodeFault silent) {
      LOG.debug("A sign-in could not be judged: {}", silent.getMessage());
      throw new RefusedSignIn(
          Reason.NODE_SILENT, "The chain's node does not answer; try again in a moment.");
    }
    if (!valid) {
      throw new RefusedSignIn(
          Reason.WRONG_SIGNATURE,
          "The signature is not the account's. A contract account must be deployed on the chain"
              + " that the message names.");
    }
  }
}
