package org.sumscan.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ModelId;

/**
 * Sees to it that the configured models are listed, and that listings which were interrupted are
 * finished; what fails is retried after ever longer pauses.
 */
@Component
class ConfiguredListing {

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredListing.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Chains chains;
  private final Models models;
  private final Registration registration;
  private final Clock clock;
  private final Set<ModelId> done = new HashSet<>();
  private final Map<ModelId, Retry> retries = new HashMap<>();

  ConfiguredListing(Chains chains, Models models, Registration registration, Clock clock) {
    this.chains = chains;
    this.models = models;
    this.registration = registration;
    this.clock = clock;
  }

  private record Retry(Instant at, Duration pause) {}

  /**
   * Tries each model that is due, once.
   *
   * @return false: what was not listed now rests for a while
   */
  boolean step() {
    Instant now = clock.instant();
    for (ModelId model : wanted()) {
      Retry retry = retries.get(model);
      if (retry == null || !now.isBefore(retry.at())) attempt(model, retry, now);
    }
    return false;
  }

  private Set<ModelId> wanted() {
    Set<ModelId> wanted = new HashSet<>(models.unfinished());
    chains
        .all()
        .forEach(
            node ->
                node.configuration()
                    .models()
                    .forEach(address -> wanted.add(new ModelId(node.id(), address))));
    wanted.removeAll(done);
    // Another thread is listing it.
    wanted.removeIf(registration::isBeingListed);
    return wanted;
  }

  private void attempt(ModelId id, @Nullable Retry before, Instant now) {
    String problem =
        switch (tried(id)) {
          case ListingResult.Listed(Model model) when model.listingState() != ListingState.LISTED ->
              "";
          case ListingResult.Listed(Model model) -> "its start is not known yet";
          case ListingResult.Refused(Refusal reason, String explanation) -> explanation;
          case ListingResult.Unavailable(String explanation) -> explanation;
        };
    if (problem.isEmpty()) {
      done.add(id);
      retries.remove(id);
      return;
    }
    Duration wait = before == null ? FIRST_WAIT : before.pause().multipliedBy(2);
    if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
    retries.put(id, new Retry(now.plus(wait), wait));
    LOG.warn("{} is not listed, next try in {} s: {}", id, wait.toSeconds(), problem);
  }

  private ListingResult tried(ModelId id) {
    try {
      return registration.listModel(id);
    } catch (RuntimeException fault) {
      LOG.warn("The listing of {} failed", id, fault);
      return new ListingResult.Unavailable("an error of ours, see the log");
    }
  }
}
