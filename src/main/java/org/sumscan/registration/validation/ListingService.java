package org.sumscan.registration.validation;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.ListingRecords;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.kernel.ModelId;
import org.sumscan.registration.ListingResult;
import org.sumscan.registration.Registration;

/**
 * Lists models whose validation permits it, and records who asked for it and which warnings they
 * accepted.
 */
@Component
public class ListingService {

  private static final Logger LOG = LoggerFactory.getLogger(ListingService.class);

  /** How long a request waits; a model can be shown before its initial state is found. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Validations validations;
  private final Registration registration;
  private final Models models;
  private final ListingRecords records;
  private final ValidationQueue queue;

  ListingService(
      Validations validations,
      Registration registration,
      Models models,
      ListingRecords records,
      ValidationQueue queue) {
    this.validations = validations;
    this.registration = registration;
    this.models = models;
    this.records = records;
    this.queue = queue;
  }

  /** Whether a model is listed, and why not. */
  public sealed interface Outcome {

    /** It is listed, now or since before. */
    record Listed(ModelId model) implements Outcome {}

    /** It is not, for a reason in a sentence. */
    record Refused(String sentence) implements Outcome {}

    /** There is no such validation. */
    record NoValidation() implements Outcome {}
  }

  /**
   * Lists the model of a validation; the search for its start goes on after this has answered.
   *
   * @param accepted whether who asks accepts all that the validation warns of
   */
  public Outcome list(UUID validation, boolean accepted, InetAddress client) {
    Optional<Validation> found = validations.find(validation);
    if (found.isEmpty()) return new Outcome.NoValidation();
    Optional<String> obstacle = obstacle(found.get(), accepted);
    if (obstacle.isPresent()) return new Outcome.Refused(obstacle.get());
    ModelId model = found.get().model().orElseThrow();
    if (models.find(model).isPresent()) return new Outcome.Listed(model);
    Outcome outcome = listed(model);
    records.add(
        model,
        validation,
        queue.mark(client),
        found.get().warnings().stream().map(CheckResult::id).toList(),
        outcome instanceof Outcome.Refused(String sentence) ? sentence : "It is listed.");
    return outcome;
  }

  private static Optional<String> obstacle(Validation validation, boolean accepted) {
    if (validation.isRunning()) {
      return Optional.of("The validation has not ended yet: wait for its verdict.");
    }
    if (!validation.permitsListing()) {
      return Optional.of("The validation has failed: see its report for what to do.");
    }
    List<CheckResult> warnings = validation.warnings();
    if (!warnings.isEmpty() && !accepted) {
      return Optional.of("The validation warns: accept its warnings to list the model.");
    }
    return Optional.empty();
  }

  private Outcome listed(ModelId model) {
    FutureTask<ListingResult> listing = new FutureTask<>(() -> registration.listModel(model));
    Thread.ofVirtual().name("listing-" + model).start(listing);
    try {
      return outcome(model, listing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException goesOn) {
      return models.find(model).isPresent()
          ? new Outcome.Listed(model)
          : new Outcome.Refused(
              "The chain is slow just now: the model will be listed in a minute.");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Outcome.Refused("Sumscan is stopping: try again.");
    } catch (ExecutionException failed) {
      LOG.warn("The listing of {} failed", model, failed.getCause());
      return new Outcome.Refused("It could not be listed, by an error of ours.");
    }
  }

  private static Outcome outcome(ModelId model, ListingResult listing) {
    return switch (listing) {
      case ListingResult.Listed listed -> new Outcome.Listed(model);
      case ListingResult.Refused(var reason, String explanation) ->
          new Outcome.Refused(explanation);
      case ListingResult.Unavailable(String explanation) ->
          new Outcome.Refused("The chain does not answer: " + explanation + ". Try again.");
    };
  }
}
