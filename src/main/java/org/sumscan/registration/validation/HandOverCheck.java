package org.sumscan.registration.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.registration.History;
import org.sumscan.registration.InitialisingFunction;

/**
 * Whether anyone called the data handler or the mechanism before they were handed over, but to hand
 * them over: whoever did may have recorded deposits that nobody paid, or valid counts.
 */
final class HandOverCheck implements Check {

  private static final List<Role> KEEPERS = List.of(Role.DATA_HANDLER, Role.INCENTIVE_MECHANISM);
  private static final int SELECTOR = 4;

  @Override
  public String id() {
    return "hand-over";
  }

  @Override
  public Duration patience() {
    return LONG_PATIENCE;
  }

  @Override
  public Finding look(Subject subject) {
    List<String> calls = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Role role : KEEPERS) look(subject, role, calls, unknown);
    if (!calls.isEmpty()) {
      return Finding.failed(
          PartsCheck.sentence(calls),
          "Its deployer may have recorded deposits that nobody paid, or valid counts, and take"
              + " others' money by them: add no money. A new deployment whose parts are handed over"
              + " untouched can be listed.");
    }
    if (!unknown.isEmpty()) {
      return Finding.warning(
          PartsCheck.sentence(unknown),
          "What was recorded before the hand-over is not known: trust the deployer, or add no"
              + " money.");
    }
    return Finding.passed(
        "Nobody called the data handler or the incentive mechanism before they were handed over.");
  }

  private static void look(Subject subject, Role role, List<String> calls, List<String> unknown) {
    Address part = subject.partWithCode(role).address();
    Optional<History.Creation> creation = subject.history().creation(part);
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
      if (isTransfer(call)) handedOver = true;
      else calls.add(words(call, role));
    }
    if (!handedOver) {
      unknown.add("another contract handed the " + role + " over, and may have called it before");
    }
  }

  private static boolean isTransfer(ChainTransaction call) {
    return InitialisingFunction.calledBy(call.input())
        .filter(function -> function == InitialisingFunction.TRANSFER_OWNERSHIP)
        .isPresent();
  }

  private static String words(ChainTransaction call, Role role) {
    byte[] input = call.input();
    String function =
        input.length < SELECTOR
            ? "without a function"
            : "by " + Hex.text(java.util.Arrays.copyOf(input, SELECTOR));
    return "before its hand-over, %s called the %s %s in transaction %s"
        .formatted(call.from(), role, function, call.hash());
  }
}
