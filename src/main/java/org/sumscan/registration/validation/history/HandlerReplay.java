package org.sumscan.registration.validation.history;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.HandlerLayout;
import org.sumscan.contracts.HandlerStorage;
import org.sumscan.kernel.Hash32;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;

/**
 * Replays the events of a trainer and its mechanism into the storage that a data handler then has.
 */
final class HandlerReplay {

  private HandlerReplay() {}

  /**
   * The storage up to the subject's head.
   *
   * @throws Unknown if the sample of a claim is not known
   */
  static HandlerStorage of(Subject subject, EventHistory history, HandlerLayout layout) {
    HandlerStorage storage = new HandlerStorage(layout, subject.address());
    // Our trainers name the sample of a claim themselves.
    Iterable<ContractEvent> events =
        layout == HandlerLayout.OURS
            ? history.entries().stream().map(EventHistory.Entry::event)::iterator
            : withKeys(subject, history);
    for (ContractEvent event : events) {
      enter(event, storage)
          .ifPresent(
              wrong -> {
                throw new Unknown("A claim " + wrong + ".");
              });
    }
    return storage;
  }

  /** Answers what is wrong with a claim. */
  private static Optional<String> enter(ContractEvent event, HandlerStorage storage) {
    return switch (event) {
      case ContractEvent.AddData sample -> {
        storage.add(sample);
        yield Optional.empty();
      }
      case ContractEvent.SampleRefunded refund -> storage.refund(refund);
      case ContractEvent.SampleReported report -> storage.report(report);
      default -> Optional.empty();
    };
  }

  /** The originals' events do not name the sample: the call that made the claim does. */
  private static Iterable<ContractEvent> withKeys(Subject subject, EventHistory history) {
    ClaimInputs calls = ClaimInputs.of(subject, history);
    Map<Hash32, Iterator<ContractEvent>> named = new HashMap<>();
    return history.entries().stream()
            .filter(one -> isOriginal(one.event()))
            .map(
                one ->
                    one.event() instanceof ContractEvent.AddData
                        ? one.event()
                        : named
                            .computeIfAbsent(
                                one.log().transaction(), hash -> calls.named(hash).iterator())
                            .next())
        ::iterator;
  }

  private static boolean isOriginal(ContractEvent event) {
    return event instanceof ContractEvent.AddData
        || event instanceof ContractEvent.Refunded
        || event instanceof ContractEvent.Reported;
  }
}
