package org.sumscan.operations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** Keeps form tokens in sessions, and never begins a session for one. */
final class FormTokens implements CsrfTokenRepository {

  private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();

  FormTokens() {
    inSession.setHeaderName("X-Sumscan-Form-Token");
    inSession.setParameterName("formToken");
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return inSession.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) inSession.saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return inSession.loadToken(request);
  }
}
