package org.sumscan.operations.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.sumscan.signin.SignedIn;

/** The requests that begin a session or act on one; all others look at none. */
final class SessionRequests {

  /** Those that act for the account that is signed in. */
  static final RequestMatcher FOR_AN_ACCOUNT =
      new OrRequestMatcher(
          at(HttpMethod.POST, "/models/*/*/record"),
          at(HttpMethod.POST, "/api/v1/models/*/*/record"));

  private static final RequestMatcher ENDING =
      new OrRequestMatcher(
          at(HttpMethod.POST, "/sign-out"), at(HttpMethod.DELETE, "/api/v1/sign-in"));

  private static final RequestMatcher BEGINNING =
      new OrRequestMatcher(
          at(HttpMethod.POST, "/api/v1/sign-in"), at(HttpMethod.POST, "/api/v1/sign-in/messages"));

  /** Those that no page of another site may make. */
  static final RequestMatcher SAME_SITE_ONLY =
      new OrRequestMatcher(FOR_AN_ACCOUNT, ENDING, BEGINNING);

  /** Those that need the form token: where nobody is signed in, there is nothing to act on. */
  static final RequestMatcher WITH_FORM_TOKEN =
      new AndRequestMatcher(
          new OrRequestMatcher(FOR_AN_ACCOUNT, ENDING), request -> isSomeoneSignedIn());

  private SessionRequests() {}

  private static RequestMatcher at(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }

  private static boolean isSomeoneSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
  }
}
