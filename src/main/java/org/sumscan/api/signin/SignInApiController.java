package org.sumscan.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.web.csrf.CsrfToken;
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
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.signin.AccountSessions;
import org.sumscan.signin.RefusedSignIn;
import org.sumscan.signin.RequestOrigin;
import org.sumscan.signin.SignIn;
import org.sumscan.signin.SignedIn;
import org.sumscan.signin.SignedMessage;
import org.sumscan.signin.Site;

/** Lets an account sign in by signing a message (EIP-4361), and out again. */
@RestController("signInInterface")
class SignInApiController {

  private final SignIn signIn;
  private final RequestOrigin origin;
  private final AuthenticationManager authentication;
  private final AccountSessions sessions;

  SignInApiController(
      SignIn signIn,
      RequestOrigin origin,
      AuthenticationManager authentication,
      AccountSessions sessions) {
    this.signIn = signIn;
    this.origin = origin;
    this.authentication = authentication;
    this.sessions = sessions;
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
    Site site = origin.site(request).orElse(null);
    if (site == null) return Problem.answer(HttpStatus.FORBIDDEN, SignIn.NO_SITE);
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
  ResponseEntity<?> enter(
      @RequestBody Signed signed, HttpServletRequest request, HttpServletResponse response) {
    Site site = origin.site(request).orElse(null);
    if (site == null) return Problem.answer(HttpStatus.FORBIDDEN, SignIn.NO_SITE);
    if (signed.message() == null || signed.signature() == null) {
      throw new InvalidQuestion("The body needs “message” and “signature”.");
    }
    SignedMessage message =
        new SignedMessage(site, signed.message(), signature(signed.signature()));
    try {
      SignedIn account = (SignedIn) authentication.authenticate(message);
      sessions.begin(account, request, response);
      return state(account, request);
    } catch (RefusedSignIn refused) {
      return Problem.answer(status(refused.reason()), String.valueOf(refused.getMessage()));
    }
  }

  private static HttpStatus status(RefusedSignIn.Reason reason) {
    return switch (reason) {
      case NODE_SILENT -> HttpStatus.SERVICE_UNAVAILABLE;
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      default -> HttpStatus.FORBIDDEN;
    };
  }

  @GetMapping("/api/v1/sign-in")
  ResponseEntity<State> state(@Nullable SignedIn account, HttpServletRequest request) {
    new Parameters(request.getParameterMap()).allow(Set.of());
    return answer(
        account == null
            ? State.OUT
            : new State(
                true,
                account.account().toString(),
                account.chain().value(),
                account.until(),
                formToken(request),
                account.isOperator()));
  }

  @DeleteMapping("/api/v1/sign-in")
  ResponseEntity<State> leave(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    return answer(State.OUT);
  }

  private static ResponseEntity<State> answer(State state) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(state);
  }

  /** The session's form token, made now where it has none yet. */
  private static String formToken(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return token.getToken();
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
}
