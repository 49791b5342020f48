package org.sumscan.registration;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sumscan.catalog.InitialState;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.Training;
import org.sumscan.registration.classifier.InitCode;
import org.sumscan.registration.classifier.InitialStateBuilder;
import org.sumscan.registration.classifier.InitialisingFunction;

/**
 * Reads the state in which a classifier was handed over from the transactions that deployed it: its
 * creation and the calls that filled it.
 */
public final class InitialStateReader {

  private final ChainNode node;
  private final ChainHistory history;
  private final InitCode initCode;

  /** Reads by a node and what it tells of the past. */
  public InitialStateReader(ChainNode node, ChainHistory history, InitCode initCode) {
    this.node = node;
    this.history = history;
    this.initCode = initCode;
  }

  /** What was found. */
  public sealed interface Reading {

    /** The state. */
    record Found(InitialState start) implements Reading {}

    /** Why there is none, in a sentence. */
    record Unreadable(String reason) implements Reading {}
  }

  /**
   * The state in which a classifier was handed over to its trainer.
   *
   * @throws org.sumscan.chain.NodeFault if the node did not answer
   * @throws BlockGone if the chain was reorganised meanwhile
   */
  public Reading read(Address classifier, Address trainer, LearningRules rules) {
    Optional<ChainHistory.Creation> creation = history.creation(classifier);
    if (creation.isEmpty()) {
      return unreadable("The transaction that created its classifier was not found.");
    }
    byte[] input = creation.get().transaction().input();
    return switch (initCode.arguments(rules.kind(), input, node.code(classifier, null))) {
      case InitCode.Arguments.Unknown(var reason) -> unreadable(reason);
      case InitCode.Arguments.Found(var arguments) ->
          read(classifier, trainer, creation.get().block().number(), rules, arguments);
    };
  }

  private Reading read(
      Address classifier, Address trainer, long from, LearningRules rules, AbiWords arguments) {
    Optional<List<ChainTransaction>> calls = history.callsUntilOwned(classifier, trainer, from);
    if (calls.isEmpty()) {
      return unreadable("Too many blocks lie between its deployment and its hand-over.");
    }
    try {
      return found(build(rules, arguments, calls.get(), trainer), calls.get().size(), from);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return unreadable("Its deployment cannot be followed: " + e.getMessage() + ".");
    }
  }

  private static Classifier build(
      LearningRules rules, AbiWords arguments, List<ChainTransaction> calls, Address trainer) {
    InitialStateBuilder builder = InitialStateBuilder.of(rules, arguments);
    Classifier taught = null;
    for (ChainTransaction call : calls) {
      if (handsOver(call, trainer)) return taught == null ? builder.build() : taught;
      InitialisingFunction function =
          InitialisingFunction.calledBy(call.input())
              .orElse(InitialisingFunction.TRANSFER_OWNERSHIP);
      AbiWords values = InitialisingFunction.arguments(call.input());
      switch (function) {
        case TRANSFER_OWNERSHIP -> {}
        case UPDATE -> taught = teach(taught == null ? builder.build() : taught, values);
        default -> {
          if (taught != null) throw new IllegalStateException("it was filled after it was taught");
          builder.apply(function, values);
        }
      }
    }
    throw new IllegalStateException("no transaction hands its classifier over to the trainer");
  }

  private static Classifier teach(Classifier classifier, AbiWords call) {
    Training training =
        classifier.update(call.array(0).signed64(), new UInt64(call.unsigned(1, 64).longValue()));
    if (training instanceof Training.Rejected(var reason)) {
      throw new IllegalStateException("it was taught what it refuses, as " + reason.sentence());
    }
    return classifier;
  }

  /** Whether a call makes that address the owner of the contract it is sent to. */
  static boolean handsOver(ChainTransaction call, Address owner) {
    return InitialisingFunction.calledBy(call.input())
        .filter(function -> function == InitialisingFunction.TRANSFER_OWNERSHIP)
        .map(function -> InitialisingFunction.arguments(call.input()))
        .filter(arguments -> arguments.size() >= 32)
        .map(arguments -> arguments.unsigned(0, 256))
        .filter(new BigInteger(1, owner.bytes())::equals)
        .isPresent();
  }

  private static Reading found(Classifier classifier, int calls, long block) {
    String source =
        "Read from its deployment in block %d and %d transactions up to its hand-over."
            .formatted(block, calls);
    return new Reading.Found(new InitialState(classifier.state(), classifier.digest(), source));
  }

  private static Reading unreadable(String reason) {
    return new Reading.Unreadable(reason);
  }
}
