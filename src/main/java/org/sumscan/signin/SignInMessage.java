package org.sumscan.signin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * A message by which an account signs in, as EIP-4361 lays it down.
 *
 * @param scheme of the site that asks, such as {@code https}; null where the message has none
 * @param domain the host of the site, with its port if that is not the usual one
 * @param statement one line for a person to read; null where the message has none
 * @param nonce at least eight letters and digits
 * @param expirationTime from when on it counts no more
 * @param notBefore from when on it counts
 */
record SignInMessage(
    @Nullable String scheme,
    String domain,
    Address account,
    @Nullable String statement,
    URI uri,
    ChainId chain,
    String nonce,
    Instant issuedAt,
    @Nullable Instant expirationTime,
    @Nullable Instant notBefore,
    @Nullable String requestId,
    List<URI> resources) {

  static final String ASKS = " wants you to sign in with your Ethereum account:";

  SignInMessage {
    resources = List.copyOf(resources);
  }

  /**
   * Reads a message, letter by letter as the standard has it: what a wallet shows a person must not
   * be open to two readings.
   *
   * @throws MalformedMessage if it is anything else
   */
  static SignInMessage read(String text) throws MalformedMessage {
    return new SignInReader(text).message();
  }

  /** The message as it is signed; times are written as they are in UTC. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (scheme != null) text.append(scheme).append("://");
    text.append(domain).append(ASKS).append('\n').append(account).append("\n\n");
    if (statement != null) text.append(statement).append('\n');
    text.append("\nURI: ").append(uri);
    text.append("\nVersion: 1");
    text.append("\nChain ID: ").append(chain);
    text.append("\nNonce: ").append(nonce);
    text.append("\nIssued At: ").append(issuedAt);
    if (expirationTime != null) text.append("\nExpiration Time: ").append(expirationTime);
    if (notBefore != null) text.append("\nNot Before: ").append(notBefore);
    if (requestId != null) text.append("\nRequest ID: ").append(requestId);
    if (!resources.isEmpty()) text.append("\nResources:");
    for (URI resource : resources) text.append("\n- ").append(resource);
    return text.toString();
  }
}
