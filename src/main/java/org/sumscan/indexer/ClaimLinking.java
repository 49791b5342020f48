package org.sumscan.indexer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.claims.ClaimLinks.LinkMethod;

/**
 * Finds the samples of claims that no event names: in the input of their transactions, else in what
 * the data handler's book says before and after, else in a trace. Each is believed only where it
 * leaves one sample, and where recipient and amount agree with it.
 */
final class ClaimLinking {

  private static final int AT_ONCE = 100;

  /** So often a node that is well otherwise may fail to tell before it counts as unable to. */
  private static final int TRIES = 10;

  private final ChainNode node;
  private final ClaimLinks links;
  private final List<SampleKeyResolver> witnesses;
  private final Map<LogPosition, Integer> tries = new HashMap<>();
  private LogPosition looked = LogPosition.START;

  ClaimLinking(ChainNode node, ClaimLinks links) {
    this.node = node;
    this.links = links;
    this.witnesses =
        List.of(new StorageSampleKeyResolver(node, links), new TraceSampleKeyResolver(node, links));
  }

  /**
   * Looks at some claims.
   *
   * @return whether there may be more
   */
  boolean step() {
    List<ClaimLinks.Pending> pending = links.pending(node.id(), looked, AT_ONCE);
    if (pending.isEmpty()) {
      // What could not be told just now is asked for again on the next round.
      looked = LogPosition.START;
      return false;
    }
    Map<Hash32, ChainTransaction> transactions =
        transactions(
            pending.stream().map(ClaimLinks.Pending::transaction).collect(Collectors.toSet()));
    for (ClaimLinks.Pending claim : pending) {
      ChainTransaction transaction = transactions.get(claim.transaction());
      if (transaction != null && claim.block().equals(transaction.block())) {
        look(claim, transaction);
      }
    }
    looked = pending.getLast().position();
    return true;
  }

  /** One that nobody can read must not hold up the claims of all others. */
  private Map<Hash32, ChainTransaction> transactions(Set<Hash32> hashes) {
    try {
      return node.transactions(hashes);
    } catch (NodeFault fault) {
      if (fault.kind() != NodeFault.Kind.MALFORMED) throw fault;
      Map<Hash32, ChainTransaction> readable = new HashMap<>();
      for (Hash32 hash : hashes) {
        try {
          node.transaction(hash).ifPresent(transaction -> readable.put(hash, transaction));
        } catch (NodeFault one) {
          if (one.kind() != NodeFault.Kind.MALFORMED) throw one;
        }
      }
      return readable;
    }
  }

  private void look(ClaimLinks.Pending claim, ChainTransaction transaction) {
    Optional<Hash32> named = ClaimCalls.keyNamedBy(claim, transaction);
    switch (named.map(key -> links.fit(claim, key)).orElse(ClaimLinks.Fit.CONTRADICTS)) {
      case FITS -> found(claim, LinkMethod.INPUT, named);
      case NOT_THERE_YET -> {}
      case CONTRADICTS -> {
        if (links.isComplete(claim)) ask(claim);
      }
    }
  }

  /** Asks one witness after the other; what all of them leave open stays open for good. */
  private void ask(ClaimLinks.Pending claim) {
    for (SampleKeyResolver resolver : witnesses) {
      try {
        Optional<Hash32> key = resolver.key(claim);
        if (key.isPresent() && links.fit(claim, key.get()) == ClaimLinks.Fit.FITS) {
          found(claim, resolver.way(), key);
          return;
        }
      } catch (NodeFault fault) {
        boolean never = fault.isOfTheQuestion();
        if (!never && tries.merge(claim.position(), 1, Integer::sum) < TRIES) return;
      }
    }
    found(claim, LinkMethod.NONE, Optional.empty());
  }

  private void found(ClaimLinks.Pending claim, LinkMethod way, Optional<Hash32> key) {
    tries.remove(claim.position());
    links.found(node.id(), claim, way, key.orElse(null));
  }
}
