package org.sumscan.registration.validation.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.registration.ChainHistory;
import org.sumscan.registration.classifier.InitialisingFunction;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.ValidationCheck;

/**
 * Checks that only {@code transferOwnership} was called on data handler and mechanism before the
 * hand-over: an earlier caller may have recorded deposits that nobody paid, or valid counts.
 */
final class HandOverCheck implements ValidationCheck {

  private static final List<Role> KEEPERS = List.of(Role.DATA_HANDLER, Role.INCENTIVE_MECHANISM);
  private static final int SELECTOR = 4;
  private static final int HEIR_END = SELECTOR + 32;

  @Override
  public String id() {
    return "hand-over";
  }

  @Override
  public TimeLimit timeLimit() {
    return TimeLimit.HISTORY;
  }

  @Override
  public Finding look(Subject subject) {
    List<String> calls = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Role role : KEEPERS) look(subject, role, calls, unknown);
    if (!calls.isEmpty()) {
      return Finding.failed(
          Finding.sentence(calls),
          "Its deployer may have recorded deposits that nobody paid, or valid counts, and take"
              + " others' money by them: add no money. A new deployment whose parts are handed over"
              + " untouched can be listed.");
    }
    if (!unknown.isEmpty()) {
      return Finding.warning(
          Finding.sentence(unknown),
          "What was recorded before the hand-over is not known: trust the deployer, or add no"
              + " money.");
    }
    return Finding.passed(
        "Nobody called the data handler or the incentive mechanism before they were handed over.");
  }

  private static void look(Subject subject, Role role, List<String> calls, List<String> unknown) {
    Address part = subject.partWithCode(role).address();
    Optional<ChainHistory.Creation> creation = subject.history().creation(part);
    if (creation.isEmpty()) {
      unknown.add("the transaction that created the " + role + " was not found");
      return;
    }
    long from = creation.get().block().number();
    Optional<List<ChainTransaction>> until =
        subject.history().callsUntilOwned(part, subject.address(), from);
    if (until.isEmpty()) {
      unknown.add("too many blocks lie between the creation of the " + role + " and its hand-over");
      return;
    }
    boolean handedOver = false;
    for (ChainTransaction call : until.get()) {
      Optional<Address> heir = heir(call);
      if (heir.isEmpty()) calls.add(words(call, role));
      else if (heir.get().equals(subject.address())) handedOver = true;
      else unknown.add(words(heir.get(), role));
    }
    if (!handedOver) {
      unknown.add("another contract handed the " + role + " over, and may have called it before");
    }
  }

  /** To whom a call hands a contract over, if it does. */
  private static Optional<Address> heir(ChainTransaction call) {
    byte[] input = call.input();
    return InitialisingFunction.calledBy(input)
        .filter(function -> function == InitialisingFunction.TRANSFER_OWNERSHIP)
        .filter(function -> input.length >= HEIR_END)
        .map(function -> Address.of(Arrays.copyOfRange(input, HEIR_END - Address.BYTES, HEIR_END)));
  }

  /** A contract that owned it for a while could call it in transactions that are not to it. */
  private static String words(Address heir, Role role) {
    return "the %s was handed to %s first, who may have called it through a contract"
        .formatted(role, heir);
  }

  private static String words(ChainTransaction call, Role role) {
    byte[] input = call.input();
    String function =
        input.length < SELECTOR
            ? "without a function"
            : "by " + Hex.text(Arrays.copyOf(input, SELECTOR));
    return "before its hand-over, %s called the %s %s in transaction %s"
        .formatted(call.from(), role, function, call.hash());
  }
}
