package org.sumscan.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what would cost too much: bodies over 1 MiB or of untold length, addresses over 8,192
 * characters, parameters that are not UTF-8, and more costly requests of one client than its share.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLimits extends OncePerRequestFilter {

  static final int BODY_BYTES = 1 << 20;
  static final int ADDRESS_CHARACTERS = 8192;

  private final ClientShares shares;

  RequestLimits(ClientShares shares) {
    this.shares = shares;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int refused = refusal(request);
    if (refused == 0) {
      chain.doFilter(request, response);
      return;
    }
    if (refused == 429) response.setHeader("Retry-After", "1");
    Failure.of(refused).answer(request).send(response, refused);
  }

  private int refusal(HttpServletRequest request) throws IOException {
    if (length(request.getRequestURI()) + length(request.getQueryString()) > ADDRESS_CHARACTERS) {
      return 414;
    }
    if (request.getContentLengthLong() > BODY_BYTES) return 413;
    if (request.getHeader("Transfer-Encoding") != null) return 411;
    if (!isReadable(request)) return 400;
    if (isCostly(request) && !shares.take(request.getRemoteAddr())) return 429;
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

  /** What writes, computes or reads many rows. */
  private static boolean isCostly(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getMethod().equals("POST") || path.endsWith(".csv");
  }
}
