package org.sumscan.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.reading.InvalidQuestion;

/** Answers links that cannot be followed with a page that says why. */
@ControllerAdvice(basePackages = "org.sumscan.pages")
class Refusals {

  private final FreshnessController freshness;

  Refusals(FreshnessController freshness) {
    this.freshness = freshness;
  }

  @ExceptionHandler(InvalidQuestion.class)
  ModelAndView invalid(InvalidQuestion refusal) {
    return page(HttpStatus.BAD_REQUEST, "That cannot be asked", refusal.getMessage());
  }

  @ExceptionHandler({InvalidCursor.class, SearchTooBroad.class})
  ModelAndView search(IllegalArgumentException refusal) {
    return page(HttpStatus.BAD_REQUEST, "That cannot be asked", refusal.getMessage());
  }

  @ExceptionHandler(NotThere.class)
  ModelAndView missing(NotThere refusal) {
    return page(HttpStatus.NOT_FOUND, "Not found", refusal.getMessage());
  }

  private ModelAndView page(HttpStatus status, String title, String message) {
    ModelAndView page = new ModelAndView("refusal", status);
    page.addObject("page", new RefusalPage(title, message));
    page.addObject("freshness", freshness.freshness());
    return page;
  }
}
