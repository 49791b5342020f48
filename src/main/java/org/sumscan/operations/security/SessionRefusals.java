package org.sumscan.operations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.sumscan.operations.web.StandaloneAnswer;
import org.sumscan.signin.RequestOrigin;
import org.sumscan.signin.SignIn;

/** Tells people and programs why a request may not act on a session. */
final class SessionRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String FOR_PROGRAMS =
      "Only Sumscan's own pages do this: the form token is missing or of an earlier session, or"
          + " the request comes from another site.";
  private static final String FOR_PEOPLE =
      "This page was of an earlier session, or the request came from another site. Go back, load"
          + " the page anew and try again.";

  private final RequestOrigin origin;

  SessionRefusals(RequestOrigin origin) {
    this.origin = origin;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
      throws IOException {
    send(request, response, 401, "Unauthorized", "Sign in first.", "Sign in first.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean nowhere = origin.site(request).isEmpty();
    send(
        request,
        response,
        403,
        "Forbidden",
        nowhere ? SignIn.NO_SITE : FOR_PROGRAMS,
        nowhere ? SignIn.NO_SITE : FOR_PEOPLE);
  }

  private static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String forPrograms,
      String forPeople)
      throws IOException {
    StandaloneAnswer answer =
        StandaloneAnswer.wantsJson(request)
            ? StandaloneAnswer.problem(status, title, forPrograms, Map.of())
            : StandaloneAnswer.page(
                title, "<p>" + forPeople + "</p><p><a href=\"/sign-in\">Sign in</a></p>", 0);
    answer.send(response, status);
  }
}
