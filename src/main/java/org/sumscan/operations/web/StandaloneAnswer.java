package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer that needs nothing else of Sumscan, for when the rest is not there or has failed. */
public final class StandaloneAnswer {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;font:1.1rem/1.5 system-ui,sans-serif}\
      body{max-width:34rem;margin:15vh auto;padding:0 1.5rem}\
      progress{width:100%;height:1rem}\
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
              .formatted(sha256(STYLE))
          + " frame-ancestors 'none'";

  private final String type;
  private final byte[] body;

  private StandaloneAnswer(String type, String body) {
    this.type = type;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A page.
   *
   * @param title plain text that needs no escaping
   * @param content HTML
   * @param refresh after how many seconds the page loads itself again; 0 for never
   */
  public static StandaloneAnswer page(String title, String content, int refresh) {
    String again = refresh > 0 ? "<meta http-equiv=\"refresh\" content=\"" + refresh + "\">" : "";
    return new StandaloneAnswer(
        "text/html;charset=utf-8",
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">%s
        <title>%s</title><style>%s</style></head>
        <body><main><h1>%s</h1>%s</main></body></html>
        """
            .formatted(again, title, STYLE, title, content));
  }

  /**
   * A problem as JSON (RFC 9457). The sentence stands there twice: {@code message} is where clients
   * of the original system look for it.
   *
   * @param detail what is wrong, in a whole sentence
   * @param more further fields
   */
  public static StandaloneAnswer problem(
      int status, String title, String detail, Map<String, ?> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("status", status);
    fields.put("detail", detail);
    fields.put("message", detail);
    fields.putAll(more);
    return new StandaloneAnswer(
        "application/problem+json", JsonMapper.shared().writeValueAsString(fields) + "\n");
  }

  /** Whether whoever asks is a program: it asks the API, or takes JSON rather than pages. */
  public static boolean wantsJson(HttpServletRequest request) {
    String path = String.valueOf(request.getRequestURI());
    String accepts = request.getHeader("Accept");
    return path.equals("/api")
        || path.startsWith("/api/")
        || accepts != null && accepts.contains("json") && !accepts.contains("html");
  }

  /** Sends it with a status; it is never kept by a cache. */
  public void send(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", POLICY);
    response.getOutputStream().write(body);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
