package org.sumscan.registration.validation;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.write.Listings;
import org.sumscan.registration.BlockGone;
import org.sumscan.registration.classifier.InitCode;
import org.sumscan.registration.validation.answers.AnswerChecks;
import org.sumscan.registration.validation.contracts.ContractChecks;
import org.sumscan.registration.validation.history.HistoryChecks;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.Unknown;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Makes all checks of an address, one after the other, each within its time limit. */
@Component
class Validator {

  private static final Logger LOG = LoggerFactory.getLogger(Validator.class);

  private final Chains chains;
  private final Listings listings;
  private final List<ValidationCheck> checks;

  Validator(
      Chains chains, Listings listings, Models models, CodeLibrary library, InitCode initCode) {
    this.chains = chains;
    this.listings = listings;
    this.checks =
        Stream.of(
                ContractChecks.all(models),
                AnswerChecks.all(library),
                HistoryChecks.all(library, initCode))
            .flatMap(List::stream)
            .toList();
  }

  /** How many checks there are. */
  int count() {
    return checks.size();
  }

  /**
   * Makes the checks.
   *
   * @param sink takes each result; answers whether to go on
   * @return the worst verdict, nothing checked being a failure
   * @throws InterruptedException if it was interrupted, with nothing said about the check under way
   */
  CheckVerdict validate(String given, ChainId chain, Predicate<CheckResult> sink)
      throws InterruptedException {
    Subject subject = new Subject(given, chain, chains.node(chain).orElse(null), listings::seenIn);
    CheckVerdict worst = CheckVerdict.PASSED;
    for (ValidationCheck check : checks) {
      Finding finding = looked(check, subject);
      if (!sink.test(finding.of(check.id()))) return CheckVerdict.FAILED;
      worst = worse(worst, finding.verdict());
    }
    return worst;
  }

  private static CheckVerdict worse(CheckVerdict one, CheckVerdict other) {
    if (other == CheckVerdict.NOT_APPLICABLE) return one;
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Finding looked(ValidationCheck check, Subject subject)
      throws InterruptedException {
    if (check.needsAddress() && !subject.isAddress()) {
      return Finding.notApplicable(CheckResult.NOT_CHECKED + "There is no address.");
    }
    FutureTask<Finding> look = new FutureTask<>(() -> check.look(subject));
    Thread thread = Thread.ofVirtual().name("check-" + check.id()).start(look);
    TimeLimit limit = check.timeLimit();
    try {
      return look.get(limit.duration().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return limit.exceeded();
    } catch (ExecutionException failed) {
      return failure(check, failed.getCause() == null ? failed : failed.getCause());
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  private static Finding failure(ValidationCheck check, Throwable cause) {
    return switch (cause) {
      case Unknown missing -> Finding.notApplicable(CheckResult.NOT_CHECKED + missing.getMessage());
      case NodeFault fault ->
          Finding.failed(
              "This could not be checked, since the node failed: " + fault.getMessage() + ".",
              "Try again later.");
      case BlockGone gone ->
          Finding.failed(
              "The chain was reorganised meanwhile: " + gone.getMessage() + ".", "Try again.");
      default -> {
        LOG.warn("The check {} failed", check.id(), cause);
        yield Finding.failed("This could not be checked: an error of ours.", "Tell the operator.");
      }
    };
  }
}
