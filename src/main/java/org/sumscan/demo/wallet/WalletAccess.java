package org.sumscan.demo.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the demo's wallet: pages of this process that a browser on this machine loaded from
 * it, and nobody else.
 *
 * <p>A page from elsewhere cannot read the token; a name that was bent to point here shows in the
 * Host header; a proxy, behind which a stranger would look local, shows in its own headers.
 */
public final class WalletAccess {

  /** The header in which a page hands its token back. */
  static final String HEADER = "X-Sumscan-Token";

  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> PROXY_HEADERS =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Real-IP");

  private final byte[] token;

  /** With a secret that lives as long as this process. */
  public WalletAccess() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.token = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
  }

  /** What pages hand back; only to be shown to requests that {@link #isLocal}. */
  String token() {
    return new String(token, StandardCharsets.US_ASCII);
  }

  /** Whether a browser on this machine asks, by a name that can only mean this machine. */
  boolean isLocal(HttpServletRequest request) {
    return PROXY_HEADERS.stream().allMatch(name -> request.getHeader(name) == null)
        && isLoopback(request.getRemoteAddr())
        && LOCAL_NAMES.contains(hostName(request));
  }

  /** Why a request to the wallet is refused; empty where it is not. */
  Optional<String> refusal(HttpServletRequest request) {
    if (!isLocal(request)) {
      return Optional.of(
          "The demo's wallet answers only browsers on the machine that Sumscan runs on, asked for"
              + " as localhost and without a proxy.");
    }
    if (!isSameOrigin(request)) {
      return Optional.of("The demo's wallet answers only Sumscan's own pages.");
    }
    String given = request.getHeader(HEADER);
    if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token)) {
      return Optional.of(
          "The token of this page is missing or of an earlier start of Sumscan: load the page"
              + " again.");
    }
    return Optional.empty();
  }

  private static boolean isSameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) return false;
    String own = request.getScheme() + "://" + host(request);
    List<String> origins = Collections.list(request.getHeaders("Origin"));
    return origins.size() == 1 && own.equals(origins.getFirst().toLowerCase(Locale.ROOT));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException unusual) {
      return false;
    }
  }

  private static String hostName(HttpServletRequest request) {
    return host(request).replaceFirst(":\\d+$", "");
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
