package org.sumscan.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what would cost too much: bodies of untold length or larger than their {@link
 * RequestClass} takes, addresses over 8,192 characters, parameters that are not UTF-8, and requests
 * over a client's rate. Who the client is, a proxy may say only where it is configured.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLimits extends OncePerRequestFilter {

  static final int ADDRESS_CHARACTERS = 8192;

  private final RequestRates rates;

  RequestLimits(RequestRates rates) {
    this.rates = rates;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int refused = refusal(request);
    Duration wait =
        refused == 0
            ? rates.take(request.getRemoteAddr(), RequestClass.of(request))
            : Duration.ZERO;
    if (refused == 0 && wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    if (wait.isPositive()) {
      refused = 429;
      response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
    }
    Failure.of(refused).answer(request).send(response, refused);
  }

  private int refusal(HttpServletRequest request) throws IOException {
    if (length(request.getRequestURI()) + length(request.getQueryString()) > ADDRESS_CHARACTERS) {
      return 414;
    }
    if (request.getContentLengthLong() > RequestClass.of(request).bodyBytes()) return 413;
    if (request.getHeader("Transfer-Encoding") != null) return 411;
    if (!isReadable(request)) return 400;
    return 0;
  }

  /** Whether the parameters are well encoded; whoever asks for them first would fail otherwise. */
  private static boolean isReadable(HttpServletRequest request)
      throws UnsupportedEncodingException {
    // Forms do not say how they are encoded; browsers send them as our pages are.
    if (request.getCharacterEncoding() == null) request.setCharacterEncoding("UTF-8");
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException undecodable) {
      return false;
    }
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
