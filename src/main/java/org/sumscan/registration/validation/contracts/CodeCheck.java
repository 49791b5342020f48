package org.sumscan.registration.validation.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.registration.validation.subject.CodeShape;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Proxy;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether a contract lives at the address, and whether the code is its own. */
final class CodeCheck implements ValidationCheck {

  @Override
  public String id() {
    return "code";
  }

  @Override
  public Finding look(Subject subject) {
    Address address = subject.address();
    byte[] code = subject.code(address);
    if (code.length == 0) return nobody(subject, address);
    Optional<Address> delegate = CodeShape.delegate(code);
    if (delegate.isPresent()) {
      return Finding.failed(
          "The address is a person's account that runs the code of %s for now (EIP-7702)."
                  .formatted(delegate.get())
              + " Whoever holds its key can change that code and take all its money.",
          "Only a contract of its own can be listed: deploy the trainer as a contract.");
    }
    return Proxy.of(subject, address)
        .map(CodeCheck::proxy)
        .orElseGet(
            () -> Finding.passed("A contract with %,d bytes of code.".formatted(code.length)));
  }

  private static Finding proxy(Proxy proxy) {
    return switch (proxy) {
      case Proxy.Clone(Address implementation) ->
          Finding.warning(
              "The contract is a minimal proxy (EIP-1167): it runs the code of "
                  + implementation
                  + ", and always will.",
              "Check that contract too: what it does is what this one does.");
      case Proxy.Exchangeable(Address implementation, String how) ->
          Finding.warning(
              "The contract is a proxy ("
                  + how
                  + ") that runs the code of "
                  + implementation
                  + "."
                  + " Whoever may upgrade it can change every rule, and take every deposit, at any"
                  + " time.",
              "Find out who may upgrade it, and trust it no further than him.");
    };
  }

  private static Finding nobody(Subject subject, Address address) {
    Optional<BlockRef> alive = lastSeenAlive(subject, address);
    if (alive.isPresent()) {
      return Finding.failed(
          "The contract has destroyed itself: it still had code in block %,d."
              .formatted(alive.get().number()),
          "Nothing can be done: what it held is lost or was sent away. List the contract that"
              + " replaces it, if there is one.");
    }
    long sent = subject.node().nonce(address, subject.head());
    if (sent > 0) {
      return Finding.failed(
          "The address is a person's account, which has sent %,d transaction%s, and not a contract."
              .formatted(sent, sent == 1 ? "" : "s"),
          "Give the address of the model's trainer contract, not of who deployed it.");
    }
    return Finding.failed(
        "There is no contract at the address.",
        "Check that the address is the trainer's, that its deployment is mined, and that it was"
            + " deployed on this chain.");
  }

  /**
   * Looks at a few earlier blocks, ever further apart, and those in which the index saw an event of
   * it.
   */
  private static Optional<BlockRef> lastSeenAlive(Subject subject, Address address) {
    List<Long> numbers = new ArrayList<>(subject.seenIn(address));
    long head = subject.head().number();
    for (long back = 1; back <= head; back *= 2) numbers.add(head - back);
    try {
      for (long number : numbers) {
        BlockRef block = subject.node().block(number).map(found -> found.block()).orElse(null);
        if (block != null && subject.node().code(address, block).length > 0) {
          return Optional.of(block);
        }
      }
    } catch (NodeFault withoutOldStates) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
