package org.sumscan.operations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sumscan.signin.RequestOrigin;

/**
 * Refuses what pages of other sites would do to a session, by what browsers tell of them. It stands
 * beside the form token, and alone where a session only begins.
 */
final class CrossSiteFilter extends OncePerRequestFilter {

  private final RequestOrigin origin;
  private final AccessDeniedHandler refusals;

  CrossSiteFilter(RequestOrigin origin, AccessDeniedHandler refusals) {
    this.origin = origin;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SessionRequests.SAME_SITE_ONLY.matches(request) && origin.isCrossSite(request)) {
      refusals.handle(request, response, new AccessDeniedException("from another site"));
    } else {
      chain.doFilter(request, response);
    }
  }
}
