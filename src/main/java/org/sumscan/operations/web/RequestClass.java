package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sumscan.limits.RateLimit;

/**
 * What a request costs us: each class has a limit on its body and on how often a client may ask.
 */
enum RequestClass {
  /** Reading a page: bounded by what it answers. */
  READING(null, 16 << 10),
  /** Reading many rows. */
  EXPORT(RateLimit.perMinute(30, 60), 16 << 10),
  /** Judging and listing a model: hundreds of questions to a node. */
  LISTING(RateLimit.perMinute(60, 20), 16 << 10),
  /** Signing in: a question to a node, and a row. */
  SIGN_IN(RateLimit.perMinute(60, 30), 32 << 10),
  /** What strangers write: rows. */
  WRITING(RateLimit.perMinute(120, 120), 512 << 10),
  /** Whatever else is posted: some questions to a node. */
  ASKING(RateLimit.perMinute(60, 600), 1 << 20);

  private final @Nullable RateLimit rate;
  private final int bodyBytes;

  RequestClass(@Nullable RateLimit rate, int bodyBytes) {
    this.rate = rate;
    this.bodyBytes = bodyBytes;
  }

  /** The class of a request. */
  static RequestClass of(HttpServletRequest request) {
    // As it is decoded, or the same address written otherwise would be of another class.
    String path = request.getServletPath();
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      return path.endsWith(".csv") || path.endsWith("/samples.json") ? EXPORT : READING;
    }
    if (path.startsWith("/api/v1/sign-in") || path.equals("/sign-out")) return SIGN_IN;
    if (path.equals("/api/models")
        || path.equals("/register")
        || path.startsWith("/api/v1/validations")) {
      return LISTING;
    }
    boolean kept = path.equals("/api/data") || path.equals("/api/accuracy");
    return kept || path.equals("/api/v1/originals") || path.endsWith("/record") ? WRITING : ASKING;
  }

  /** How often a client may ask; null for as often as they like. */
  @Nullable RateLimit rate() {
    return rate;
  }

  /** The most bytes that its body may have. */
  int bodyBytes() {
    return bodyBytes;
  }
}
