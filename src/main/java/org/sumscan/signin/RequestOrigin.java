package org.sumscan.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the site that a request came to, and whether a page of another site makes it. */
@Component
public class RequestOrigin {

  private final SignIn signIn;

  RequestOrigin(SignIn signIn) {
    this.signIn = signIn;
  }

  /** The site that a request came to; see {@link SignIn#site}. */
  public Optional<Site> site(HttpServletRequest request) {
    return signIn.site(request.getScheme(), request.getHeader("Host"));
  }

  /** Whether a browser says that a page of another site makes the request. */
  public boolean isCrossSite(HttpServletRequest request) {
    String fetch = request.getHeader("Sec-Fetch-Site");
    if (fetch != null && !fetch.equals("same-origin") && !fetch.equals("none")) return true;
    String origin = request.getHeader("Origin");
    if (origin == null) return false;
    return site(request).filter(site -> site.origin().equals(origin)).isEmpty();
  }
}
