package org.sumscan.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.sumscan.pages.links.PageNotFound;

/**
 * Answers people who follow a link to no page at all; programs and files are answered elsewhere.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnknownPages {

  private final Refusals refusals;

  UnknownPages(Refusals refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ModelAndView unknown(NoResourceFoundException unknown, HttpServletRequest request)
      throws NoResourceFoundException {
    String accepts = request.getHeader("Accept");
    boolean person = accepts != null && accepts.contains("text/html");
    if (!person || request.getRequestURI().startsWith("/api/")) throw unknown;
    return refusals.missing(PageNotFound.page());
  }
}
