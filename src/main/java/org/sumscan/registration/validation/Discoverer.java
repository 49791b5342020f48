package org.sumscan.registration.validation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.LatestVerdict;
import org.sumscan.catalog.validation.LatestVerdicts;
import org.sumscan.catalog.validation.Validations;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.unlisted.Discoveries;
import org.sumscan.ledger.unlisted.Discovery;

/**
 * Queues unlisted contracts that emit {@code AddData} for validation: busiest and oldest alternate,
 * at most {@link #MOST_A_DAY} a chain and day, and only while hardly anything else is queued. A
 * failure is retried after a week, so that thousands of failures cannot keep the others out.
 */
@Component
public class Discoverer {

  /** The most validations of a chain that are queued within a day. */
  static final int MOST_A_DAY = 100;

  private static final int AT_ONCE = 5;
  private static final int MOST_OFFERED = 20;
  private static final int MOST_LOOKED_AT = 500;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AFTER_A_FAILURE = Duration.ofDays(6);

  private final Chains chains;
  private final Discoveries discoveries;
  private final Validations validations;
  private final LatestVerdicts verdicts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Discoverer(
      Chains chains,
      Discoveries discoveries,
      Validations validations,
      LatestVerdicts verdicts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.chains = chains;
    this.discoveries = discoveries;
    this.validations = validations;
    this.verdicts = verdicts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An unlisted contract that emits {@code AddData}.
   *
   * @param seen what it has emitted
   * @param verdict what its newest validation said; null where there is none
   */
  public record Found(Discovery seen, @Nullable LatestVerdict verdict) {}

  /** Queues what is to be judged. */
  boolean step() {
    for (ChainNode node : chains.all()) {
      for (Discovery seen : due(node)) {
        if (validations.unfinished() >= AT_ONCE) return false;
        validations.add(node.id(), seen.contract().address().toString(), null);
        events.publishEvent(new ValidationQueued());
      }
    }
    return false;
  }

  private List<Discovery> due(ChainNode node) {
    Instant now = clock.instant();
    int left = MOST_A_DAY - verdicts.discovered(node.id(), now.minus(DAY));
    if (left <= 0) return List.of();
    Set<Address> except = new HashSet<>(node.configuration().models());
    for (LatestVerdict last : verdicts.since(node.id(), now.minus(AFTER_A_FAILURE))) {
      boolean rests = last.verdict() == CheckVerdict.FAILED || !last.at().isBefore(now.minus(DAY));
      if (rests) except.add(last.model().address());
    }
    return inTurn(node.id(), except, Math.min(left, AT_ONCE));
  }

  /** Two orders that alternate, so that neither many events nor great age alone decides. */
  private List<Discovery> inTurn(ChainId chain, Set<Address> except, int limit) {
    List<Discovery> busy = discoveries.busiest(chain, except, limit);
    List<Discovery> old = discoveries.longestKnown(chain, except, limit);
    Set<Discovery> both = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(busy.size(), old.size()); i++) {
      both.add(busy.get(i));
      both.add(old.get(i));
    }
    return both.stream().limit(limit).toList();
  }

  /** What may be listed and is not, the busiest of each chain first, at most 20 of a chain. */
  public List<Found> offers() {
    return chains.all().stream().flatMap(node -> offers(node.id()).stream()).toList();
  }

  private List<Found> offers(ChainId chain) {
    Map<Address, LatestVerdict> good = new HashMap<>();
    for (LatestVerdict verdict : verdicts.permitting(chain, kept(), MOST_LOOKED_AT)) {
      good.put(verdict.model().address(), verdict);
    }
    if (good.isEmpty()) return List.of();
    return discoveries.among(chain, good.keySet(), MOST_OFFERED).stream()
        .map(seen -> new Found(seen, good.get(seen.contract().address())))
        .toList();
  }

  /** What was seen at an address and is not listed, whatever its validation said, by chain. */
  public List<Found> at(Address address) {
    List<Found> found = new ArrayList<>();
    for (ChainNode node : chains.all()) {
      for (Discovery seen : discoveries.among(node.id(), List.of(address), 1)) {
        found.add(new Found(seen, verdicts.of(seen.contract(), kept()).orElse(null)));
      }
    }
    return List.copyOf(found);
  }

  private Instant kept() {
    return clock.instant().minus(ValidationEngine.KEPT);
  }
}
