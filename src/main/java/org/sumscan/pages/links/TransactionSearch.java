package org.sumscan.pages.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.search.Samples;
import org.sumscan.transactions.Transactions;

/** Finds what these pages show of a transaction. */
@Component
public class TransactionSearch {

  private final Chains chains;
  private final Samples samples;
  private final Claims claims;
  private final Transactions followed;

  TransactionSearch(Chains chains, Samples samples, Claims claims, Transactions followed) {
    this.chains = chains;
    this.samples = samples;
    this.claims = claims;
    this.followed = followed;
  }

  /**
   * The page of the one sample that a transaction added or claimed from, on any chain; else its own
   * page, which says what is known of it. Empty while no chain is followed.
   */
  public Optional<String> page(Hash32 hash) {
    List<ChainId> all = chains.all().stream().map(ChainNode::id).toList();
    for (ChainId chain : all) {
      Set<LogRef> touched = touched(chain, hash);
      if (touched.size() == 1) return Optional.of(Links.sample(touched.iterator().next()));
      if (!touched.isEmpty() || followed.find(chain, hash).isPresent()) {
        return Optional.of(Links.transaction(chain, hash));
      }
    }
    return all.stream().findFirst().map(chain -> Links.transaction(chain, hash));
  }

  /** Links to the samples that a transaction added or claimed from. */
  public List<Link> ways(ChainId chain, Hash32 hash) {
    List<Link> ways = new ArrayList<>();
    Set<LogRef> touched = touched(chain, hash);
    for (LogRef sample : touched) {
      String which = touched.size() == 1 ? "" : " " + (ways.size() + 1);
      ways.add(new Link("See the sample" + which, Links.sample(sample)));
    }
    return ways;
  }

  private Set<LogRef> touched(ChainId chain, Hash32 hash) {
    Set<LogRef> touched = new LinkedHashSet<>();
    samples.ofTransactions(chain, List.of(hash)).stream()
        .map(Sample::log)
        .sorted(Comparator.comparing(LogRef::index))
        .forEach(touched::add);
    if (touched.isEmpty()) claimedFrom(chain, hash).forEach(touched::add);
    return touched;
  }

  /** Claims are found by their block, which a node tells; without one, nothing is. */
  private List<LogRef> claimedFrom(ChainId chain, Hash32 hash) {
    try {
      return chains
          .node(chain)
          .flatMap(node -> node.transaction(hash))
          .map(ChainTransaction::block)
          .map(block -> claims.ofTransaction(chain, block.number(), hash))
          .orElse(List.of())
          .stream()
          .map(Claim::sample)
          .filter(Objects::nonNull)
          .toList();
    } catch (NodeFault silent) {
      return List.of();
    }
  }
}
