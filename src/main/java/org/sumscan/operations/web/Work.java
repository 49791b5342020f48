package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request costs us, by kind: each client has a share of each, so that a lot of one leaves
 * the others be.
 */
enum Work {
  /** Reading a page: bounded by what it answers. */
  READING(Integer.MAX_VALUE, Integer.MAX_VALUE, 16 << 10),
  /** Reading many rows. */
  EXPORT(30, 60, 16 << 10),
  /** Judging and listing a model: hundreds of questions to a node. */
  LISTING(60, 20, 16 << 10),
  /** Signing in: a question to a node, and a row. */
  SIGN_IN(60, 30, 32 << 10),
  /** What strangers write: rows. */
  WRITING(120, 120, 512 << 10),
  /** Whatever else is posted: some questions to a node. */
  ASKING(60, 600, 1 << 20);

  private final int atOnce;
  private final int perMinute;
  private final int bodyBytes;

  Work(int atOnce, int perMinute, int bodyBytes) {
    this.atOnce = atOnce;
    this.perMinute = perMinute;
    this.bodyBytes = bodyBytes;
  }

  /** The work that a request asks for. */
  static Work of(HttpServletRequest request) {
    // As it is decoded, or the same address written otherwise would be other work.
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

  /** How much a client may ask for at once. */
  int atOnce() {
    return atOnce;
  }

  /** How much more in each minute. */
  int perMinute() {
    return perMinute;
  }

  /** The most bytes that may be sent for it. */
  int bodyBytes() {
    return bodyBytes;
  }
}
