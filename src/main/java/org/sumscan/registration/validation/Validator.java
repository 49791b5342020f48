package org.sumscan.registration.validation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.CheckResult;
import org.sumscan.catalog.CheckVerdict;
import org.sumscan.catalog.Models;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.Listings;
import org.sumscan.registration.BlockGone;

/** Makes all checks of an address, one after the other, each within its time. */
@Component
class Validator {

  private static final Logger LOG = LoggerFactory.getLogger(Validator.class);

  private final Chains chains;
  private final Listings listings;
  private final List<ValidationCheck> checks;

  Validator(Chains chains, Listings listings, Models models, CodeLibrary library) {
    this.chains = chains;
    this.listings = listings;
    this.checks =
        List.of(
            new AddressCheck(),
            new ChainCheck(),
            new CodeCheck(),
            new ListedCheck(models),
            new InterfaceCheck(),
            new PartsCheck(),
            new RolesCheck(),
            new OwnershipCheck(),
            new TextCheck(),
            new EncoderCheck(),
            new ClassifierCheck(library),
            new ClassesCheck(),
            new NumbersCheck(),
            new WaitsCheck(),
            new CostWeightCheck(),
            new PredictCheck(),
            new CountsCheck(),
            new BalanceCheck(),
            new BytecodeCheck(library),
            new HandOverCheck(),
            new StorageCheck(library));
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
    boolean isAddress = AddressCheck.isAddress(given);
    CheckVerdict worst = CheckVerdict.PASSED;
    for (ValidationCheck check : checks) {
      Finding finding = looked(check, subject, isAddress);
      if (!sink.test(finding.of(check.id()))) return CheckVerdict.FAILED;
      worst = worse(worst, finding.verdict());
    }
    return worst;
  }

  private static CheckVerdict worse(CheckVerdict one, CheckVerdict other) {
    if (other == CheckVerdict.NOT_APPLICABLE) return one;
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Finding looked(ValidationCheck check, Subject subject, boolean isAddress)
      throws InterruptedException {
    if (!isAddress && !(check instanceof AddressCheck)) {
      return Finding.notApplicable(CheckResult.NOT_CHECKED + "There is no address.");
    }
    FutureTask<Finding> look = new FutureTask<>(() -> check.look(subject));
    Thread thread = Thread.ofVirtual().name("check-" + check.id()).start(look);
    Duration patience = check.patience();
    try {
      return look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return late(patience);
    } catch (ExecutionException failed) {
      return failure(check, failed.getCause());
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  /** A past too long to be read in time says nothing against a model. */
  private static Finding late(Duration patience) {
    String found = "This could not be checked within " + patience.toSeconds() + " seconds.";
    String remedy = "Try again later; the node may be slow.";
    return patience.equals(ValidationCheck.LONG_PATIENCE)
        ? Finding.warning(found, remedy)
        : Finding.failed(found, remedy);
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
