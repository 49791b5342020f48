package org.sumscan.registration.validation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.ValidationTurn;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.registration.validation.subject.TimeLimit;

/**
 * Carries out queued validations. An interrupted one is begun again, by this instance or another,
 * at most three times in all.
 */
@Component
class ValidationEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ValidationEngine.class);

  /** Longer than any one check takes, so that only an instance that has stopped loses its turn. */
  static final Duration LEASE = TimeLimit.HISTORY.duration().plusSeconds(30);

  private static final Duration WHOLE = Duration.ofMinutes(4);
  static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST_ATTEMPTS = 3;

  private final Validations validations;
  private final Validator validator;
  private final Clock clock;

  ValidationEngine(Validations validations, Validator validator, Clock clock) {
    this.validations = validations;
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * Carries out one validation, if one is queued.
   *
   * @return whether one did
   * @throws InterruptedException if it was interrupted; the validation is queued again
   */
  boolean step() throws InterruptedException {
    return step(false);
  }

  /**
   * Makes one validation that a visitor asked for, so that discovered contracts cannot delay it.
   */
  boolean stepAsked() throws InterruptedException {
    return step(true);
  }

  private boolean step(boolean askedAlone) throws InterruptedException {
    Optional<ValidationTurn> turn = validations.take(LEASE, validator.count(), askedAlone);
    if (turn.isEmpty()) return false;
    try {
      carryOut(turn.get());
    } catch (InterruptedException stop) {
      validations.giveBack(turn.get());
      throw stop;
    } catch (RuntimeException fault) {
      LOG.warn("A validation failed", fault);
      validations.end(turn.get(), CheckVerdict.FAILED, "It ended by an error of ours.");
    }
    validations.forget(clock.instant().minus(KEPT));
    return true;
  }

  private void carryOut(ValidationTurn turn) throws InterruptedException {
    if (turn.attempt() > MOST_ATTEMPTS) {
      validations.end(
          turn,
          CheckVerdict.FAILED,
          "It was begun %d times, and each time Sumscan stopped before its end."
              .formatted(MOST_ATTEMPTS));
      return;
    }
    long end = clock.millis() + WHOLE.toMillis();
    AtomicInteger made = new AtomicInteger();
    AtomicBoolean late = new AtomicBoolean();
    AtomicBoolean lost = new AtomicBoolean();
    CheckVerdict verdict =
        validator.validate(
            turn.address(),
            turn.chain(),
            check -> {
              lost.set(!validations.add(turn, check, LEASE));
              boolean more = made.incrementAndGet() < validator.count();
              late.set(clock.millis() > end && more);
              return !lost.get() && !late.get();
            });
    if (lost.get()) return;
    validations.end(
        turn,
        late.get() ? CheckVerdict.FAILED : verdict,
        late.get() ? "It took more than " + WHOLE.toMinutes() + " minutes." : null);
  }
}
