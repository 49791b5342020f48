package org.sumscan.registration.validation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Validation;
import org.sumscan.catalog.Validations;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Discovery;
import org.sumscan.ledger.Listings;

/**
 * Has contracts judged that tell of samples and that nobody listed, the busiest first, each at most
 * once a day and only while hardly anyone else waits.
 */
@Component
public class Discoverer {

  private static final int OF_A_CHAIN = 20;
  private static final int MOST_WAITING = 5;
  private static final Duration AGAIN_AFTER = Duration.ofDays(1);

  private final Chains chains;
  private final Listings listings;
  private final Validations validations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Discoverer(
      Chains chains,
      Listings listings,
      Validations validations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.chains = chains;
    this.listings = listings;
    this.validations = validations;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A model that was found on its chain and may be listed.
   *
   * @param seen what its contract has told of
   * @param validation the newest one
   */
  public record Offer(Discovery seen, Validation validation) {}

  /** Queues what is to be judged. */
  boolean step() {
    for (ChainNode node : chains.all()) {
      for (Discovery seen : listings.discovered(node.id(), OF_A_CHAIN)) {
        if (validations.unfinished() >= MOST_WAITING) return false;
        boolean configured = node.configuration().models().contains(seen.contract().address());
        if (!configured && isDue(seen.contract())) {
          validations.add(node.id(), seen.contract().address().toString(), null);
          events.publishEvent(new ValidationQueued());
        }
      }
    }
    return false;
  }

  private boolean isDue(ModelId contract) {
    Optional<Validation> last = latest(contract);
    Instant due = clock.instant().minus(AGAIN_AFTER);
    return last.isEmpty() || !last.get().isRunning() && last.get().requestedAt().isBefore(due);
  }

  private Optional<Validation> latest(ModelId contract) {
    return validations.latest(contract.chain(), contract.address().toString());
  }

  /** What may be listed and is not, the busiest of each chain first. */
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (ChainNode node : chains.all()) {
      for (Discovery seen : listings.discovered(node.id(), OF_A_CHAIN)) {
        latest(seen.contract())
            .filter(Validation::permitsListing)
            .ifPresent(validation -> offers.add(new Offer(seen, validation)));
      }
    }
    return List.copyOf(offers);
  }
}
