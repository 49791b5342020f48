package org.sumscan.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has {@link NoDatabase} answer where a session cannot be had, before any controller is asked. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class NoDatabaseFilter extends OncePerRequestFilter {

  private final NoDatabase noDatabase;

  NoDatabaseFilter(NoDatabase noDatabase) {
    this.noDatabase = noDatabase;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException failure) {
      noDatabase.unavailable(failure, request, response);
    }
  }
}
