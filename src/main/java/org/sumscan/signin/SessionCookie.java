package org.sumscan.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie that holds a session's id: not to be read by scripts, not sent along from other sites,
 * and only over HTTPS where the site has it. What cannot be an id never reaches the database.
 */
@Component
final class SessionCookie implements CookieSerializer {

  private static final String NAME = "sumscan-session";
  private static final int MOST_COOKIES = 50;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DefaultCookieSerializer cookie = new DefaultCookieSerializer();

  SessionCookie(SignInSettings settings) {
    cookie.setCookieName(NAME);
    cookie.setCookiePath("/");
    cookie.setCookieMaxAge(Math.toIntExact(settings.lifetime().toSeconds()));
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    cookie.setUseBase64Encoding(false);
    // Else as each request came: a proxy may take the HTTPS away.
    if (settings.origin() != null && "https".equals(settings.origin().getScheme())) {
      cookie.setUseSecureCookie(true);
    }
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    cookie.writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null || cookies.length > MOST_COOKIES) return List.of();
    // The first one only, so that a request costs one look into the database.
    return cookie.readCookieValues(request).stream()
        .limit(1)
        .filter(ID.asMatchPredicate())
        .toList();
  }
}
