package org.sumscan.registration.validation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.RawLog;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Wei;

/**
 * What a trainer and its mechanism have told of in all their past.
 *
 * @param samples what the trainer took, in order
 * @param claims refunds and reports that the mechanism told of, in order
 * @param from the block from which on it was read
 */
record Past(List<Told> samples, List<Told> claims, long from) {

  /** Beyond that the past is too long to be read for one answer. */
  private static final int MOST_LOGS = 50_000;

  private static final int MOST_QUESTIONS = 300;

  /** An event and the log that it was told in. */
  record Told(RawLog log, ContractEvent event) {}

  static Past of(Subject subject) {
    return subject.fact(Past.class, () -> read(subject));
  }

  private static Past read(Subject subject) {
    Address trainer = subject.address();
    Address mechanism = subject.part(Role.INCENTIVE_MECHANISM);
    long from = beginning(subject, mechanism);
    List<Told> samples = new ArrayList<>();
    List<Told> claims = new ArrayList<>();
    int questions = 0;
    for (long next = from; next <= subject.head().number(); ) {
      if (questions++ == MOST_QUESTIONS || samples.size() + claims.size() > MOST_LOGS) {
        throw new Unknown("Its past is too long to be counted here.");
      }
      LogAnswer answer =
          subject
              .node()
              .logs(new BlockRange(next, subject.head().number()), List.of(trainer, mechanism));
      for (RawLog log : answer.logs()) sort(log, trainer, samples, claims);
      next = answer.range().to() + 1;
    }
    return new Past(List.copyOf(samples), List.copyOf(claims), from);
  }

  private static long beginning(Subject subject, Address mechanism) {
    long first = subject.node().configuration().startBlock();
    OptionalLong creation =
        subject.history().creation(mechanism).stream()
            .mapToLong(found -> found.block().number())
            .findFirst();
    return creation.orElse(first);
  }

  private static void sort(RawLog log, Address trainer, List<Told> samples, List<Told> claims) {
    if (!(EventDecoder.decode(log.topics(), log.data())
        instanceof EventDecoding.Decoded(ContractEvent event))) {
      return;
    }
    boolean itsOwn = log.emitter().equals(trainer);
    switch (event) {
      case ContractEvent.AddData sample when itsOwn -> samples.add(new Told(log, event));
      case ContractEvent.Refunded refund when !itsOwn -> claims.add(new Told(log, event));
      case ContractEvent.Reported report when !itsOwn -> claims.add(new Told(log, event));
      default -> {}
    }
  }

  /** How many refunds the mechanism told of. */
  long refunds() {
    return claims.stream().filter(told -> told.event() instanceof ContractEvent.Refunded).count();
  }

  /** What the known samples brought in and no claim has taken out; may be below nothing. */
  BigInteger claimable() {
    BigInteger left = BigInteger.ZERO;
    for (Told told : samples) {
      if (told.event() instanceof ContractEvent.AddData sample) {
        left = left.add(sample.cost().amount());
      }
    }
    for (Told told : claims) left = left.subtract(paid(told.event()).amount());
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
