package org.sumscan.operations.web;

import jakarta.servlet.RequestDispatcher;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Requests that the web server could not read to the end. It calls all of them malformed, and tells
 * only by its words which ones were too large.
 */
final class Unparsed {

  private static final String HEAD_TOO_LARGE =
      StringManager.getManager(AbstractHttp11Protocol.class)
          .getString("iib.requestheadertoolarge.error");

  private Unparsed() {}

  /**
   * The status to answer in the place of the web server's: 431 where the headers are too large or
   * too many, 414 where the address alone was too large.
   */
  static int status(Request request, int status) {
    if (status != 400 || !(cause(request) instanceof RuntimeException fault)) return status;
    if (tooMany(request).equals(fault.getMessage())) return 431;
    if (!HEAD_TOO_LARGE.equals(fault.getMessage())) return status;
    return request.getCoyoteRequest().requestURI().isNull() ? 414 : 431;
  }

  /** Whether it asked the interface, where the web server gave up within the address. */
  static boolean asksTheInterface(Request request) {
    return request.getCoyoteRequest().requestURI().isNull()
        && cause(request) instanceof RuntimeException fault
        && String.valueOf(fault.getMessage()).contains("[/api/");
  }

  private static @Nullable Object cause(Request request) {
    return request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION);
  }

  private static String tooMany(Request request) {
    return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
        ? StringManager.getManager(MimeHeaders.class)
            .getString("headers.maxCountFail", http.getMaxHeaderCount())
        : "";
  }
}
