package org.sumscan.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place in the web that a message is signed for: signed for one, it is worth nothing at
 * another.
 *
 * @param scheme {@code http} or {@code https}
 * @param domain host and, where it is not the scheme's usual one, port, in lower case
 */
public record Site(String scheme, String domain) {

  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * A site by its origin.
   *
   * @throws IllegalArgumentException if that is no {@code http} or {@code https} address of a host
   *     alone
   */
  static Site of(URI origin) {
    String scheme = origin.getScheme();
    boolean web = "http".equals(scheme) || "https".equals(scheme);
    String path = origin.getRawPath();
    boolean bare =
        (path == null || path.isEmpty() || path.equals("/"))
            && origin.getRawQuery() == null
            && origin.getRawFragment() == null
            && origin.getRawUserInfo() == null;
    if (!web || origin.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "an origin is a scheme and a host such as https://sumscan.example.org, not " + origin);
    }
    return new Site(scheme, origin.getRawAuthority().toLowerCase(Locale.ROOT));
  }

  /**
   * The site that a request came to, where nothing is configured: only a name that can only mean
   * this machine is believed, as any other could be a stranger's site that passes requests on.
   *
   * @param host the Host header
   */
  static Optional<Site> local(String scheme, @Nullable String host) {
    if (host == null) return Optional.empty();
    String domain = host.toLowerCase(Locale.ROOT);
    boolean local = LOCAL_NAMES.contains(domain.replaceFirst(":\\d{1,5}$", ""));
    return local ? Optional.of(new Site(scheme, domain)) : Optional.empty();
  }

  /** Whether a message was meant for this place. */
  boolean isMeantBy(SignInMessage message) {
    URI uri = message.uri();
    return (message.scheme() == null || message.scheme().equalsIgnoreCase(scheme))
        && message.domain().toLowerCase(Locale.ROOT).equals(domain)
        && scheme.equalsIgnoreCase(uri.getScheme())
        && uri.getRawAuthority() != null
        && uri.getRawAuthority().toLowerCase(Locale.ROOT).equals(domain);
  }

  /** As a browser writes it in the header Origin. */
  public String origin() {
    return scheme + "://" + domain;
  }
}
