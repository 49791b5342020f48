package org.sumscan.registration.validation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.registration.RegistrationSettings;

/**
 * Judges and lists a model of which only the address is known, on whichever chain it is, and waits
 * for a block that is only just being mined. Whoever posts a model accepts what its validation
 * warns of.
 */
@Component
public class PostedModels {

  /** How long a contract that is not there yet, and then its validation, is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration RECENT = Duration.ofMinutes(10);
  private static final int AT_ONCE = 8;

  private final Chains chains;
  private final ValidationQueue queue;
  private final Validations validations;
  private final ListingService listingService;
  private final RegistrationSettings settings;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  PostedModels(
      Chains chains,
      ValidationQueue queue,
      Validations validations,
      ListingService listingService,
      RegistrationSettings settings,
      Clock clock) {
    this.chains = chains;
    this.queue = queue;
    this.validations = validations;
    this.listingService = listingService;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a posted model is listed, and why not. */
  public sealed interface Outcome {

    /** It is listed, now or since before. */
    record Listed(ModelId model) implements Outcome {}

    /** No chain has a contract there; a sentence says so. */
    record NotThere(String sentence) implements Outcome {}

    /** It is no model that can be listed, for a reason in whole sentences. */
    record Refused(String sentence) implements Outcome {}

    /** The client has reached a limit and may try again after so many seconds. */
    record TooMany(String sentence, int seconds) implements Outcome {}

    /** It is not known yet: try again in a moment. */
    record Later(String sentence) implements Outcome {}
  }

  /**
   * Lists the model, or says why it cannot be.
   *
   * @param client who posts it, of which only a keyed hash is kept
   * @throws InterruptedException if the waiting thread is to end
   */
  public Outcome list(Address address, InetAddress client) throws InterruptedException {
    if (!room.tryAcquire()) {
      return new Outcome.Later("Too many models are being listed; try again in a moment.");
    }
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      Outcome outcome = onAnyChain(address, client, end);
      // A contract that was just deployed may be handed over a block later.
      boolean coming = outcome instanceof Outcome.NotThere;
      while (settings.enabled()
          && System.nanoTime() < end
          && (outcome instanceof Outcome.NotThere
              || coming && outcome instanceof Outcome.Refused)) {
        Thread.sleep(PAUSE);
        outcome = onAnyChain(address, client, end);
      }
      return outcome;
    } finally {
      room.release();
    }
  }

  private Outcome onAnyChain(Address address, InetAddress client, long end)
      throws InterruptedException {
    Outcome best = new Outcome.NotThere("No chain that is followed has a contract there.");
    for (ChainNode node : List.copyOf(chains.all())) {
      Outcome outcome = on(node, address, client, end);
      if (outcome instanceof Outcome.Listed) return outcome;
      if (!(outcome instanceof Outcome.NotThere)) best = outcome;
    }
    return best;
  }

  private Outcome on(ChainNode node, Address address, InetAddress client, long end)
      throws InterruptedException {
    try {
      if (node.code(address, null).length == 0) {
        return new Outcome.NotThere("There is no contract at this address.");
      }
    } catch (NodeFault fault) {
      return new Outcome.Later(String.valueOf(fault.getMessage()));
    }
    ModelId model = new ModelId(node.id(), address);
    Optional<Validation> recent = recent(model);
    if (recent.isPresent()) return outcome(recent.get(), client);
    return switch (queue.judge(model.chain(), address.toString(), client)) {
      case ValidationQueue.Taken.Busy(String sentence, int seconds) ->
          new Outcome.TooMany(sentence, seconds);
      case ValidationQueue.Taken.Queued(UUID id) -> {
        Validation validation = ended(id, end);
        yield validation.isRunning() ? new Outcome.Later(notOver()) : outcome(validation, client);
      }
    };
  }

  private String notOver() {
    return settings.enabled()
        ? "Its validation is not over yet; try again in a moment."
        : "Its validation waits for another instance, as this one carries out none; try again in a"
            + " minute.";
  }

  private Outcome outcome(Validation validation, InetAddress client) {
    return validation.permitsListing()
        ? listed(validation, client)
        : new Outcome.Refused(reasons(validation));
  }

  /**
   * One that took longer than its client waited is not begun again when they retry. Where it is
   * carried out elsewhere nobody waits for it, so that a failed one counts too.
   */
  private Optional<Validation> recent(ModelId model) {
    Instant since = clock.instant().minus(RECENT);
    return validations
        .latest(model.chain(), model.address().toString())
        .filter(each -> each.permitsListing() || !settings.enabled() && !each.isRunning())
        .filter(validation -> validation.requestedAt().isAfter(since));
  }

  private Validation ended(UUID id, long end) throws InterruptedException {
    if (!settings.enabled()) return validations.find(id).orElseThrow();
    while (true) {
      Validation validation = validations.find(id).orElseThrow();
      if (!validation.isRunning() || System.nanoTime() >= end) return validation;
      Thread.sleep(PAUSE);
    }
  }

  private Outcome listed(Validation validation, InetAddress client) {
    return switch (listingService.list(validation.id(), true, client)) {
      case ListingService.Outcome.Listed(ModelId model) -> new Outcome.Listed(model);
      case ListingService.Outcome.Refused(String sentence) -> new Outcome.Refused(sentence);
      case ListingService.Outcome.NoValidation() ->
          new Outcome.Later("Its validation is gone; try again.");
    };
  }

  private static String reasons(Validation validation) {
    if (validation.reason() != null) return validation.reason();
    return validation.checks().stream()
        .filter(check -> check.verdict() == CheckVerdict.FAILED)
        .map(check -> (check.found() + " " + check.remedy()).strip())
        .collect(Collectors.joining(" "));
  }
}
