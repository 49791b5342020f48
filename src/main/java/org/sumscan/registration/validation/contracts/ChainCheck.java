package org.sumscan.registration.validation.contracts;

import java.util.Optional;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the chain is followed and its node answers, for that chain. */
final class ChainCheck implements ValidationCheck {

  @Override
  public String id() {
    return "chain";
  }

  @Override
  public Finding look(Subject subject) {
    Optional<ChainNode> node = subject.followed();
    if (node.isEmpty()) {
      return Finding.failed(
          "Chain " + subject.chain() + " is not followed here.",
          "Choose one of the chains on the page Status, or ask the operator to follow this one.");
    }
    String name = node.get().configuration().name();
    try {
      return Finding.passed(
          "%s answers as chain %s and is at block %,d."
              .formatted(name, node.get().id(), subject.head().number()));
    } catch (NodeFault fault) {
      return Finding.failed(
          "No node of " + name + " answers: " + fault.getMessage() + ".", "Try again later.");
    }
  }
}
