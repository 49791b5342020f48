package org.sumscan.registration.validation.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sumscan.chain.LogAnswer;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.RawLog;
import org.sumscan.kernel.Wei;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;

/**
 * Every event that a trainer and its mechanism have emitted.
 *
 * @param entries in order: samples and the keys of claims by the trainer, claims by the mechanism
 * @param from the first block that was read
 * @param whole whether there can be no event before that
 */
record EventHistory(List<Entry> entries, long from, boolean whole) {

  /** The most logs that are read for one validation. */
  private static final int MOST_LOGS = 50_000;

  private static final int MOST_QUESTIONS = 300;

  /** An event and its log. */
  record Entry(RawLog log, ContractEvent event) {}

  static EventHistory of(Subject subject) {
    return subject.fact(EventHistory.class, () -> read(subject));
  }

  private static EventHistory read(Subject subject) {
    Address trainer = subject.address();
    Address mechanism = subject.part(Role.INCENTIVE_MECHANISM);
    OptionalLong creation = creation(subject, mechanism);
    long from = creation.orElse(subject.node().configuration().startBlock());
    List<Entry> entries = new ArrayList<>();
    int questions = 0;
    for (long next = from; next <= subject.head().number(); ) {
      if (questions++ == MOST_QUESTIONS || entries.size() > MOST_LOGS) {
        throw new Unknown("Its past is too long to be counted here.");
      }
      LogAnswer answer =
          subject
              .node()
              .logs(new BlockRange(next, subject.head().number()), List.of(trainer, mechanism));
      for (RawLog log : answer.logs()) keep(log, trainer, entries);
      next = answer.range().to() + 1;
    }
    return new EventHistory(List.copyOf(entries), from, creation.isPresent() || from == 0);
  }

  private static OptionalLong creation(Subject subject, Address mechanism) {
    return subject.history().creation(mechanism).stream()
        .mapToLong(found -> found.block().number())
        .findFirst();
  }

  private static void keep(RawLog log, Address trainer, List<Entry> entries) {
    if (!(EventDecoder.decode(log.topics(), log.data())
        instanceof EventDecoding.Decoded(ContractEvent event))) {
      return;
    }
    boolean byTrainer =
        switch (event) {
          case ContractEvent.AddData sample -> true;
          case ContractEvent.SampleRefunded refund -> true;
          case ContractEvent.SampleReported report -> true;
          default -> false;
        };
    if (log.emitter().equals(trainer) ? byTrainer : isClaim(event))
      entries.add(new Entry(log, event));
  }

  private static boolean isClaim(ContractEvent event) {
    return event instanceof ContractEvent.Refunded || event instanceof ContractEvent.Reported;
  }

  /** The samples, in order. */
  List<Entry> samples() {
    return entries.stream().filter(one -> one.event() instanceof ContractEvent.AddData).toList();
  }

  /** Refunds and reports by the mechanism, in order. */
  List<Entry> claims() {
    return entries.stream().filter(one -> isClaim(one.event())).toList();
  }

  /** How many refunds there were. */
  long refunds() {
    return entries.stream().filter(one -> one.event() instanceof ContractEvent.Refunded).count();
  }

  /** What the known samples brought in and no claim has taken out; may be negative. */
  BigInteger claimable() {
    BigInteger left = BigInteger.ZERO;
    for (Entry one : entries) {
      if (one.event() instanceof ContractEvent.AddData sample) {
        left = left.add(sample.cost().amount());
      }
      left = left.subtract(paid(one.event()).amount());
    }
    return left;
  }

  private static Wei paid(ContractEvent event) {
    return switch (event) {
      case ContractEvent.Refunded(Address to, Wei amount) -> amount;
      case ContractEvent.Reported(Address to, Wei amount) -> amount;
      default -> Wei.ZERO;
    };
  }
}
