package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers that the database cannot be had just now; the log says so once a minute, however many
 * ask.
 */
@ControllerAdvice
class NoDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(NoDatabase.class);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final String RETRY_SECONDS = "5";

  private final InstantSource clock;
  private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

  NoDatabase(InstantSource clock) {
    this.clock = clock;
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  void unavailable(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(failure);
    if (response.isCommitted()) return;
    response.setHeader("Retry-After", RETRY_SECONDS);
    Failure.of(503).answer(request).send(response, 503);
  }

  private void tell(Exception failure) {
    Instant now = clock.instant();
    Instant until = quietUntil.get();
    if (now.isBefore(until) || !quietUntil.compareAndSet(until, now.plus(QUIET))) return;
    String why = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    LOG.warn("Visitors are sent away, as the database cannot be had: {}", why);
  }
}
