package org.sumscan.registration.validation.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.StorageProof;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ContractStorage;
import org.sumscan.contracts.HandlerLayout;
import org.sumscan.kernel.Hash32;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;
import org.sumscan.registration.validation.subject.UntrustedContract;

/**
 * Computes the storage root that a data handler has by its events, and compares it with the node's.
 */
final class StorageComparison {

  /** The most emptied slots that a node is asked about. */
  private static final int MOST_SLOTS = 1_000;

  private final Subject subject;
  private final CodeLibrary library;

  StorageComparison(Subject subject, CodeLibrary library) {
    this.subject = subject;
    this.library = library;
  }

  /** Whether the roots are equal. */
  sealed interface Outcome {

    /**
     * The roots are equal.
     *
     * @param keepsEmpty whether they are only since the node keeps slots that were emptied
     */
    record Equal(Hash32 root, EventHistory history, boolean keepsEmpty) implements Outcome {}

    /**
     * The code is not known, and the roots are equal if it lays out its storage as one that is.
     *
     * @param whose ours or the originals', in words
     */
    record EqualAs(String whose, EventHistory history) implements Outcome {}

    /**
     * They differ.
     *
     * @param excuse what else may be the reason than a record without an event, as a whole
     *     sentence; empty for nothing
     */
    record Different(Hash32 root, Hash32 computed, String excuse) implements Outcome {}

    /**
     * They could not be compared.
     *
     * @param why as a whole sentence
     */
    record Open(String why) implements Outcome {}
  }

  Outcome outcome() {
    try {
      return compared();
    } catch (Unknown missing) {
      return new Outcome.Open(missing.getMessage());
    } catch (NodeFault fault) {
      return new Outcome.Open(unanswered(fault));
    }
  }

  private static String unanswered(NodeFault fault) {
    return fault.kind() == NodeFault.Kind.UNSUPPORTED
        ? "The node does not offer eth_getProof."
        : "The node failed to answer: " + fault.getMessage() + ".";
  }

  private Outcome compared() {
    UntrustedContract handler = subject.partWithCode(Role.DATA_HANDLER);
    Optional<CodeLibrary.Entry> code = known(Role.DATA_HANDLER);
    if (!handler.address(ContractFunction.OWNER).value().equals(Optional.of(subject.address()))) {
      return new Outcome.Open("The data handler does not belong to the trainer.");
    }
    EventHistory history = EventHistory.of(subject);
    if (code.isEmpty()) return likeOneThatIsKnown(history);
    StorageProof proof = proof(List.of());
    HandlerLayout layout = code.get().ours() ? HandlerLayout.OURS : HandlerLayout.ORIGINAL;
    ContractStorage storage = HandlerReplay.of(subject, history, layout).slots();
    Hash32 computed = storage.root();
    if (computed.equals(proof.root())) return new Outcome.Equal(computed, history, false);
    return different(computed, storage, history);
  }

  private Outcome likeOneThatIsKnown(EventHistory history) {
    if (isAsLaidOut(HandlerLayout.ORIGINAL, history)) {
      return new Outcome.EqualAs("the originals’", history);
    }
    if (isAsLaidOut(HandlerLayout.OURS, history)) return new Outcome.EqualAs("our", history);
    return new Outcome.Open(
        "The data handler’s code is not known, and its storage is laid out neither as the"
            + " originals’ nor as ours, if it holds no more than what the events tell.");
  }

  private boolean isAsLaidOut(HandlerLayout layout, EventHistory history) {
    try {
      ContractStorage storage = HandlerReplay.of(subject, history, layout).slots();
      Hash32 computed = storage.root();
      if (computed.equals(proof(List.of()).root())) return true;
      return different(computed, storage, history) instanceof Outcome.Equal;
    } catch (Unknown missing) {
      return false;
    }
  }

  private Outcome different(Hash32 computed, ContractStorage storage, EventHistory history) {
    List<Hash32> emptied = storage.emptied().stream().limit(MOST_SLOTS).toList();
    StorageProof proof = proof(emptied);
    Set<Hash32> kept = proof.keptEmpty();
    if (!kept.isEmpty()) {
      Hash32 withKept = storage.rootWith(kept);
      if (withKept.equals(proof.root())) return new Outcome.Equal(withKept, history, true);
    }
    return new Outcome.Different(proof.root(), computed, excuse(kept, history));
  }

  private String excuse(Set<Hash32> kept, EventHistory history) {
    if (!kept.isEmpty()) {
      return "This node's trie has leaves for slots that hold nothing, against the rules of"
          + " Ethereum, as nodes for tests have: not all of them may be known.";
    }
    if (!history.whole()) {
      return "What was told before block %,d was not read.".formatted(history.from());
    }
    if (known(Role.TRAINER).isEmpty() || known(Role.INCENTIVE_MECHANISM).isEmpty()) {
      return "By their unknown code, trainer or incentive mechanism may tell what is not so.";
    }
    return "";
  }

  private StorageProof proof(List<Hash32> slots) {
    return subject.node().storageRoot(subject.part(Role.DATA_HANDLER), slots, subject.head());
  }

  private Optional<CodeLibrary.Entry> known(Role role) {
    byte[] code = subject.code(role == Role.TRAINER ? subject.address() : subject.part(role));
    return library.find(code).filter(entry -> entry.role() == role);
  }
}
