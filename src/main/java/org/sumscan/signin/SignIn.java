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
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.signin.Entry.Reason;
import org.sumscan.signin.Entry.Refused;

/** Writes the messages that people sign to sign in, and judges them when they come back. */
@Component
public class SignIn {

  /** The most bytes of a signature; those of contract accounts can be long. */
  public static final int MOST_SIGNATURE_BYTES = AccountSignatures.MOST_BYTES;

  /** The most characters of a message. */
  public static final int MOST_MESSAGE_CHARACTERS = SignInReader.MOST_CHARACTERS;

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(1);
  private static final String STATEMENT =
      "Sign in to Sumscan to write notes on models. This costs nothing and allows no transaction.";

  private final Chains chains;
  private final Nonces nonces;
  private final Sessions sessions;
  private final SignInSettings settings;
  private final Clock clock;

  SignIn(Chains chains, Nonces nonces, Sessions sessions, SignInSettings settings, Clock clock) {
    this.chains = chains;
    this.nonces = nonces;
    this.sessions = sessions;
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
   * Judges a message that came back signed and begins a session if all is well. Whatever comes of
   * it, its nonce is spent once it was looked at.
   */
  public Entry enter(Site site, String text, byte[] signature) {
    SignInMessage message;
    try {
      message = SignInMessage.read(text);
    } catch (MalformedMessage malformed) {
      return new Refused(Reason.MALFORMED, String.valueOf(malformed.getMessage()));
    }
    if (!site.isMeantBy(message)) {
      return new Refused(
          Reason.WRONG_SITE,
          "The message was signed for another site; this one is " + site.origin() + ".");
    }
    ChainNode node = chains.node(message.chain()).orElse(null);
    if (node == null) {
      return new Refused(
          Reason.WRONG_CHAIN, "The message names a chain that is not followed here.");
    }
    Optional<Refused> untimely = untimely(message);
    if (untimely.isPresent()) return untimely.get();
    if (!nonces.spend(message.nonce(), message.chain(), message.account())) {
      return new Refused(
          Reason.UNKNOWN_NONCE,
          "The message's nonce was used already, has expired or was given for another account or"
              + " chain. Begin again.");
    }
    return judged(node, message, text, signature);
  }

  private Optional<Refused> untimely(SignInMessage message) {
    Instant now = clock.instant();
    Instant expires = message.expirationTime();
    Instant notBefore = message.notBefore();
    if (expires == null) {
      return Optional.of(
          new Refused(Reason.MALFORMED, "The message must say when it expires. Begin again."));
    }
    boolean old = message.issuedAt().plus(Nonces.LIFETIME).isBefore(now);
    if (!expires.isAfter(now) || old) {
      return Optional.of(new Refused(Reason.EXPIRED, "The message has expired. Begin again."));
    }
    boolean early = notBefore != null && notBefore.isAfter(now);
    return early || message.issuedAt().isAfter(now.plus(CLOCK_ERROR))
        ? Optional.of(new Refused(Reason.NOT_YET_VALID, "The message does not count yet."))
        : Optional.empty();
  }

  private Entry judged(ChainNode node, SignInMessage message, String text, byte[] signature) {
    try {
      return AccountSignatures.isSigned(node, message.account(), text, signature)
          ? sessions.begin(message.chain(), message.account())
          : new Refused(
              Reason.WRONG_SIGNATURE,
              "The signature is not the account's. A contract account must be deployed on the chain"
                  + " that the message names.");
    } catch (NodeFault silent) {
      LOG.debug("A sign-in could not be judged: {}", silent.getMessage());
      return new Refused(
          Reason.NODE_SILENT, "The chain's node does not answer; try again in a moment.");
    }
  }
}
