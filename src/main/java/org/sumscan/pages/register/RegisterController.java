package org.sumscan.pages.register;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.coverage.Backfills;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.pages.fragments.FoundModel;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.AddressForm;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.reading.ModelCards;
import org.sumscan.registration.validation.Discoverer;
import org.sumscan.registration.validation.ListingService;
import org.sumscan.registration.validation.ListingService.Outcome;
import org.sumscan.registration.validation.ValidationQueue;
import org.sumscan.registration.validation.ValidationQueue.Taken;

/** Lets anyone have an address judged and its model listed. */
@Controller
class RegisterController {

  private final ValidationQueue queue;
  private final ListingService listingService;
  private final Discoverer discoverer;
  private final Models models;
  private final ModelCards cards;
  private final Backfills histories;
  private final Chains chains;
  private final Coverage coverage;

  RegisterController(
      ValidationQueue queue,
      ListingService listingService,
      Discoverer discoverer,
      Models models,
      ModelCards cards,
      Backfills histories,
      Chains chains,
      Coverage coverage) {
    this.queue = queue;
    this.discoverer = discoverer;
    this.coverage = coverage;
    this.listingService = listingService;
    this.models = models;
    this.cards = cards;
    this.histories = histories;
    this.chains = chains;
  }

  @GetMapping("/register")
  ModelAndView form(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String chainId) {
    return register(cut(address), chainId, "", "", HttpStatus.OK);
  }

  @PostMapping("/register")
  ModelAndView judge(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String chainId,
      HttpServletRequest request) {
    String text = AddressForm.tidy(address);
    String wrong = AddressForm.complaint(text);
    if (!wrong.isEmpty()) {
      return register(cut(address), chainId, wrong, "", HttpStatus.BAD_REQUEST);
    }
    Optional<ChainId> chain = chain(chainId);
    if (chain.isEmpty()) {
      return register(text, chainId, "", "Choose a chain.", HttpStatus.BAD_REQUEST);
    }
    return switch (queue.judge(chain.get(), text, client(request))) {
      case Taken.Queued(UUID id) -> new ModelAndView("redirect:" + Links.validation(id));
      case Taken.Busy(String sentence, int seconds) ->
          register(text, chainId, "", sentence, HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @GetMapping("/validations/{id}")
  ModelAndView report(@PathVariable String id) {
    return report(found(id), null);
  }

  @PostMapping("/validations/{id}/listing")
  ModelAndView list(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String accepted,
      HttpServletRequest request) {
    return switch (listingService.list(uuid(id), accepted.equals("yes"), client(request))) {
      case Outcome.Listed(ModelId model) -> new ModelAndView("redirect:" + Links.model(model));
      case Outcome.Refused(String sentence) -> {
        ModelAndView page = report(found(id), sentence);
        page.setStatus(HttpStatus.CONFLICT);
        yield page;
      }
      case Outcome.NoValidation() -> throw PageNotFound.validation();
    };
  }

  private ModelAndView report(Validation validation, @Nullable String refusal) {
    Model model = validation.model().flatMap(models::find).orElse(null);
    HistoryView history = model == null ? null : HistoryView.of(cards.of(model), histories);
    ModelAndView page =
        new ModelAndView(
            "validation",
            "page",
            ValidationPage.of(
                validation, chainName(validation.chain()), model != null, history, refusal));
    if (validation.isRunning() || history != null) page.addObject("refresh", "2");
    return page;
  }

  /** As much of what was typed as the field takes. */
  private static String cut(String typed) {
    return typed.substring(0, Math.min(typed.length(), ValidationQueue.MOST_CHARACTERS));
  }

  private ModelAndView register(
      String address, String chainId, String complaint, String refusal, HttpStatus status) {
    List<Choice> choices =
        chains.all().stream()
            .map(
                node ->
                    Choice.option(
                        node.configuration().name(),
                        node.id().toString(),
                        node.id().toString().equals(chainId)))
            .toList();
    ChainNames names = ChainNames.of(coverage.states());
    List<FoundModel> offers = FoundModel.of(discoverer.offers(), names);
    return new ModelAndView(
        "register",
        Map.of("page", new RegisterPage(address, choices, complaint, refusal, offers)),
        status);
  }

  private String chainName(ChainId chain) {
    return chains
        .node(chain)
        .map(node -> node.configuration().name())
        .orElseGet(() -> "chain " + chain);
  }

  private static InetAddress client(HttpServletRequest request) {
    return InetAddress.ofLiteral(request.getRemoteAddr());
  }

  private static Optional<ChainId> chain(String text) {
    try {
      return Optional.of(ChainId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Validation found(String id) {
    return queue.find(uuid(id)).orElseThrow(PageNotFound::validation);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw PageNotFound.validation();
    }
  }
}
