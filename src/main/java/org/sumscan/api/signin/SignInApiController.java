package org.sumscan.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.api.request.PathParameters;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hex;
import org.sumscan.notes.Notes;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.signin.Entry;
import org.sumscan.signin.Session;
import org.sumscan.signin.SignIn;
import org.sumscan.signin.Site;
import org.sumscan.signin.Visitors;

/** Lets an account sign in by signing a message (EIP-4361), and out again. */
@RestController("signInInterface")
class SignInApiController {

  /** The header in which a page hands the session's form token back. */
  static final String FORM_TOKEN = "X-Sumscan-Form-Token";

  private static final String NO_SITE =
      "Nobody can sign in under this name of the site: its operator must set SUMSCAN_SIGN_IN_ORIGIN"
          + " to the address that people know it by.";

  private final SignIn signIn;
  private final Visitors visitors;
  private final Notes notes;
  private final Clock clock;

  SignInApiController(SignIn signIn, Visitors visitors, Notes notes, Clock clock) {
    this.signIn = signIn;
    this.visitors = visitors;
    this.notes = notes;
    this.clock = clock;
  }

  /** Who wants to sign in. */
  record Wanted(@Nullable Long chainId, @Nullable String account) {}

  /** What to sign, as it is: not one letter may change. */
  record Draft(String message) {}

  /**
   * A message that came back signed.
   *
   * @param signature hexadecimal, of a key or for a contract account
   */
  record Signed(@Nullable String message, @Nullable String signature) {}

  /**
   * Who is signed in.
   *
   * @param formToken what requests that act for the account carry in the header
   *     X-Sumscan-Form-Token
   * @param operator whether the account decides what is hidden
   */
  record State(
      boolean signedIn,
      @Nullable String account,
      @Nullable Long chainId,
      @Nullable Instant expiresAt,
      @Nullable String formToken,
      boolean operator) {

    static final State OUT = new State(false, null, null, null, null, false);
  }

  @PostMapping(path = "/api/v1/sign-in/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> draft(@RequestBody Wanted wanted, HttpServletRequest request) {
    Site site = visitors.site(request).orElse(null);
    if (site == null) return Problem.answer(HttpStatus.FORBIDDEN, NO_SITE);
    if (visitors.isForeign(request)) return foreign();
    if (wanted.chainId() == null || wanted.account() == null) {
      throw new InvalidQuestion("The body needs “chainId” and “account”.");
    }
    ChainId chain = PathParameters.chain(wanted.chainId().toString());
    Address account = PathParameters.address(wanted.account());
    Optional<String> message;
    try {
      message = signIn.draft(site, chain, account);
    } catch (IllegalArgumentException notFollowed) {
      throw new InvalidQuestion(String.valueOf(notFollowed.getMessage()));
    }
    return message.isPresent()
        ? ResponseEntity.ok().header("Cache-Control", "no-store").body(new Draft(message.get()))
        : TooManyRequests.answer("Too many are signing in; try again in a few minutes.", 60);
  }

  @PostMapping(path = "/api/v1/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> enter(@RequestBody Signed signed, HttpServletRequest request) {
    Site site = visitors.site(request).orElse(null);
    if (site == null) return Problem.answer(HttpStatus.FORBIDDEN, NO_SITE);
    if (visitors.isForeign(request)) return foreign();
    if (signed.message() == null || signed.signature() == null) {
      throw new InvalidQuestion("The body needs “message” and “signature”.");
    }
    return switch (signIn.enter(site, signed.message(), signature(signed.signature()))) {
      case Entry.Entered entered -> {
        Duration lifetime = Duration.between(clock.instant(), entered.session().expiresAt());
        yield ResponseEntity.ok()
            .header("Cache-Control", "no-store")
            .header(HttpHeaders.SET_COOKIE, visitors.entered(request, entered, lifetime))
            .body(state(entered.session()));
      }
      case Entry.Refused(Entry.Reason reason, String message) ->
          Problem.answer(
              reason == Entry.Reason.NODE_SILENT
                  ? HttpStatus.SERVICE_UNAVAILABLE
                  : reason == Entry.Reason.MALFORMED
                      ? HttpStatus.BAD_REQUEST
                      : HttpStatus.FORBIDDEN,
              message);
    };
  }

  @GetMapping("/api/v1/sign-in")
  ResponseEntity<State> state(HttpServletRequest request) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(visitors.of(request).map(this::state).orElse(State.OUT));
  }

  @DeleteMapping("/api/v1/sign-in")
  ResponseEntity<?> leave(HttpServletRequest request) {
    Session session = visitors.of(request).orElse(null);
    if (session != null && !visitors.isOurs(request, session, request.getHeader(FORM_TOKEN))) {
      return foreign();
    }
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header(HttpHeaders.SET_COOKIE, visitors.left(request))
        .body(State.OUT);
  }

  private State state(Session session) {
    return new State(
        true,
        session.account().toString(),
        session.chain().value(),
        session.expiresAt(),
        session.formToken(),
        notes.isOperator(session.account()));
  }

  private static byte[] signature(String hex) {
    try {
      if (hex.length() <= 2 + 2 * SignIn.MOST_SIGNATURE_BYTES) return Hex.bytes(hex);
    } catch (IllegalArgumentException noHex) {
      // Said below.
    }
    throw new InvalidQuestion(
        "A signature is 0x and hexadecimal digits, at most "
            + SignIn.MOST_SIGNATURE_BYTES
            + " bytes of them.");
  }

  static ResponseEntity<Problem> foreign() {
    return Problem.answer(
        HttpStatus.FORBIDDEN,
        "Only Sumscan's own pages do this: the form token is missing or of an earlier session, or"
            + " the request comes from another site.");
  }
}
