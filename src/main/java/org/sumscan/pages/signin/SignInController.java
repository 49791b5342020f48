package org.sumscan.pages.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.chain.Chains;
import org.sumscan.notes.ModelRecord;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.Untrusted;
import org.sumscan.reading.Parameters;
import org.sumscan.signin.AccountSessions;
import org.sumscan.signin.RequestOrigin;
import org.sumscan.signin.SignedIn;

/** Lets people sign in with their wallet, tells every page who did, and lets them leave. */
@Controller
@ControllerAdvice(basePackages = "org.sumscan.pages")
class SignInController {

  private static final int WISHES = 100;

  private final RequestOrigin origin;
  private final AccountSessions sessions;
  private final ModelRecord record;
  private final Chains chains;
  private final Clock clock;

  SignInController(
      RequestOrigin origin,
      AccountSessions sessions,
      ModelRecord record,
      Chains chains,
      Clock clock) {
    this.origin = origin;
    this.sessions = sessions;
    this.record = record;
    this.chains = chains;
    this.clock = clock;
  }

  /** Who is signed in, for the foot of every page. */
  record Visitor(AddressText account) {}

  /**
   * The page to sign in on.
   *
   * @param possible whether people can sign in under the name that this page was asked for
   * @param chains the ids of the chains that accounts may be on, with blanks between
   * @param until when the session ends; null while nobody is signed in
   * @param wishes models whose owners ask to hide them; only for the operator
   */
  record Page(
      boolean possible,
      String chains,
      @Nullable Moment until,
      boolean operator,
      List<OwnerWish> wishes) {}

  /** An owner's wish. */
  record OwnerWish(String href, AddressText model, String words, Moment at) {}

  @ModelAttribute("visitor")
  @Nullable Visitor visitor(@Nullable SignedIn account) {
    return account == null ? null : new Visitor(AddressText.account(account.account()));
  }

  @GetMapping("/sign-in")
  ModelAndView show(HttpServletRequest request, @Nullable SignedIn account) {
    new Parameters(request.getParameterMap()).allow(Set.of());
    boolean operator = account != null && account.isOperator();
    Page page =
        new Page(
            origin.site(request).isPresent(),
            chains.all().stream()
                .map(node -> node.id().toString())
                .collect(Collectors.joining(" ")),
            account == null ? null : Moment.of(account.until().getEpochSecond(), clock.instant()),
            operator,
            operator ? wishes() : List.of());
    return new ModelAndView("sign-in", "page", page);
  }

  private List<OwnerWish> wishes() {
    return record.openWishes(WISHES).stream()
        .map(
            line ->
                new OwnerWish(
                    Links.record(line.model()),
                    AddressText.contract(line.model().address()),
                    Untrusted.line(String.valueOf(line.words()), 280).text(),
                    Moment.of(line.at().getEpochSecond(), clock.instant())))
        .toList();
  }

  @PostMapping("/sign-out")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    return "redirect:/sign-in";
  }
}
