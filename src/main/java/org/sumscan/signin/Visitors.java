package org.sumscan.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows who makes a request by its cookie, and whether a page of ours made it.
 *
 * <p>The cookie is not to be read by scripts and not sent along from other sites; what acts on a
 * session needs its form token besides, which only our pages hold.
 */
@Component
public class Visitors {

  private static final String COOKIE = "sumscan-session";
  private static final int MOST_COOKIES = 50;

  private final Sessions sessions;
  private final SignIn signIn;

  Visitors(Sessions sessions, SignIn signIn) {
    this.sessions = sessions;
    this.signIn = signIn;
  }

  /** Who is signed in, if anyone. */
  public Optional<Session> of(HttpServletRequest request) {
    return sessions.find(token(request));
  }

  /** The site that a request came to; see {@link SignIn#site}. */
  public Optional<Site> site(HttpServletRequest request) {
    return signIn.site(request.getScheme(), request.getHeader("Host"));
  }

  /** Whether a browser says that a page of another site makes the request. */
  public boolean isForeign(HttpServletRequest request) {
    String fetch = request.getHeader("Sec-Fetch-Site");
    if (fetch != null && !fetch.equals("same-origin") && !fetch.equals("none")) return true;
    String origin = request.getHeader("Origin");
    if (origin == null) return false;
    return site(request).filter(site -> site.origin().equals(origin)).isEmpty();
  }

  /** Whether a request that acts on a session was made by a page of ours. */
  public boolean isOurs(
      HttpServletRequest request, Session session, @Nullable String givenFormToken) {
    if (givenFormToken == null || isForeign(request)) return false;
    return MessageDigest.isEqual(
        givenFormToken.getBytes(StandardCharsets.UTF_8),
        session.formToken().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Begins with a fresh token in place of whatever the browser had, and answers the cookie to set.
   *
   * @param lifetime how long the browser keeps it
   */
  public String entered(HttpServletRequest request, Entry.Entered entered, Duration lifetime) {
    sessions.end(token(request));
    return cookie(request, entered.token(), lifetime);
  }

  /** Ends the session and answers the cookie that takes the browser's away. */
  public String left(HttpServletRequest request) {
    sessions.end(token(request));
    return cookie(request, "", Duration.ZERO);
  }

  private String cookie(HttpServletRequest request, String value, Duration lifetime) {
    boolean secure =
        request.isSecure()
            || site(request).filter(site -> site.scheme().equals("https")).isPresent();
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }

  private static @Nullable String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null || cookies.length > MOST_COOKIES) return null;
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) return cookie.getValue();
    }
    return null;
  }
}
