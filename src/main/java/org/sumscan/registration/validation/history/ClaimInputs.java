package org.sumscan.registration.validation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.TracedCall;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.SampleKey;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;

/**
 * The calls of a trainer behind its mechanism's refunds and reports: the transaction itself or, for
 * claims through other contracts, its trace.
 */
final class ClaimInputs {

  /** The most traces, which are fetched one by one. */
  private static final int MOST_TRACES = 50;

  private final Subject subject;
  private final Map<Hash32, List<ContractEvent>> claims;
  private final Map<Hash32, ChainTransaction> transactions;
  private int traces;

  private ClaimInputs(Subject subject, Map<Hash32, List<ContractEvent>> claims) {
    this.subject = subject;
    this.claims = claims;
    this.transactions = subject.node().transactions(claims.keySet());
  }

  static ClaimInputs of(Subject subject, EventHistory history) {
    Map<Hash32, List<ContractEvent>> claims = new LinkedHashMap<>();
    for (EventHistory.Entry claim : history.claims()) {
      claims
          .computeIfAbsent(claim.log().transaction(), hash -> new ArrayList<>())
          .add(claim.event());
    }
    return new ClaimInputs(subject, claims);
  }

  private record Call(Address caller, TrainerCall call) {}

  /**
   * The claims of a transaction in order, each with its sample's key.
   *
   * @throws Unknown if they are not those of its calls
   */
  List<ContractEvent> named(Hash32 transaction) {
    List<ContractEvent> told = claims.getOrDefault(transaction, List.of());
    List<Call> calls = calls(transaction);
    if (calls.size() != told.size()) throw unknown(transaction);
    List<ContractEvent> named = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      named.add(named(told.get(i), calls.get(i), transaction));
    }
    return named;
  }

  private static ContractEvent named(ContractEvent told, Call call, Hash32 transaction) {
    Address caller = call.caller();
    if (told instanceof ContractEvent.Refunded refund
        && call.call() instanceof TrainerCall.Refund made
        && refund.recipient().equals(caller)) {
      Hash32 key = SampleKey.of(made.features(), made.label(), made.addedTime(), caller);
      return new ContractEvent.SampleRefunded(key, caller, refund.amount());
    }
    if (told instanceof ContractEvent.Reported report
        && call.call() instanceof TrainerCall.Report made
        && report.recipient().equals(caller)) {
      Hash32 key = SampleKey.of(made.features(), made.label(), made.addedTime(), made.author());
      return new ContractEvent.SampleReported(key, caller, report.amount());
    }
    throw unknown(transaction);
  }

  private List<Call> calls(Hash32 hash) {
    ChainTransaction transaction = transactions.get(hash);
    if (transaction == null) throw unknown(hash);
    List<Call> calls = new ArrayList<>();
    if (subject.address().equals(transaction.to())) {
      keep(transaction.from(), transaction.input(), calls);
      return calls;
    }
    if (traces++ == MOST_TRACES) throw unknown(hash);
    for (TracedCall call : trace(hash)) {
      if (call.to().equals(subject.address())) keep(call.from(), call.input(), calls);
    }
    return calls;
  }

  private List<TracedCall> trace(Hash32 hash) {
    try {
      return subject.node().trace(hash);
    } catch (NodeFault withoutTraces) {
      throw unknown(hash);
    }
  }

  private static void keep(Address caller, byte[] input, List<Call> calls) {
    TrainerCall.decode(input)
        .filter(call -> !(call instanceof TrainerCall.AddData))
        .ifPresent(call -> calls.add(new Call(caller, call)));
  }

  private static Unknown unknown(Hash32 transaction) {
    return new Unknown("The sample of a claim in transaction " + transaction + " is not known.");
  }
}
