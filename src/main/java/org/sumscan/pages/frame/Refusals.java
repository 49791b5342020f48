package org.sumscan.pages.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.pages.links.Link;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.parts.ChainStates;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.reading.InvalidQuestion;

/** Answers links that cannot be followed with a page that says why, and where to go instead. */
@ControllerAdvice(basePackages = "org.sumscan.pages")
class Refusals {

  private static final List<Link> ALWAYS =
      List.of(
          new Link("All models", "/"),
          new Link("All samples", "/samples"),
          new Link("An account", "/accounts"));

  private final FreshnessController freshness;
  private final ChainStates chains;

  Refusals(FreshnessController freshness, ChainStates chains) {
    this.freshness = freshness;
    this.chains = chains;
  }

  @ExceptionHandler(InvalidQuestion.class)
  ModelAndView invalid(InvalidQuestion refusal) {
    return asked(refusal);
  }

  @ExceptionHandler({InvalidCursor.class, SearchTooBroad.class})
  ModelAndView search(IllegalArgumentException refusal) {
    return asked(refusal);
  }

  private ModelAndView asked(RuntimeException refusal) {
    return page(
        HttpStatus.BAD_REQUEST,
        "That cannot be asked",
        String.valueOf(refusal.getMessage()),
        List.of(),
        List.of());
  }

  @ExceptionHandler(PageNotFound.class)
  ModelAndView missing(PageNotFound refusal) {
    List<String> hints = new ArrayList<>(refusal.hints());
    String stranger = stranger(refusal.chain());
    if (!stranger.isEmpty()) hints.addFirst(stranger);
    return page(
        HttpStatus.NOT_FOUND,
        "Not found",
        String.valueOf(refusal.getMessage()),
        hints,
        refusal.ways());
  }

  /** That the chain itself is not followed; empty where it is. */
  private String stranger(@Nullable ChainId chain) {
    ChainNames names = chains.names();
    if (chain == null || names.names().containsKey(chain)) return "";
    String known =
        names.names().entrySet().stream()
            .map(entry -> entry.getValue() + " (chain " + entry.getKey() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
    return "Sumscan does not follow chain "
        + chain
        + (known.isEmpty() ? "." : "; it follows " + known + ".");
  }

  private ModelAndView page(
      HttpStatus status, String title, String message, List<String> hints, List<Link> ways) {
    List<Link> all = new ArrayList<>(ways);
    all.addAll(ALWAYS);
    ModelAndView page = new ModelAndView("refusal", status);
    page.addObject("page", new RefusalPage(title, message, hints, all));
    page.addObject("freshness", freshness.freshness());
    return page;
  }
}
