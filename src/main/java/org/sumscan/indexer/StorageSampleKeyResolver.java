package org.sumscan.indexer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ContractCall;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.HandlerRecord;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.claims.ClaimLinks.Candidate;

/**
 * The data handler's book at the end of the claim's block and of the one before: the only sample of
 * which a claim was counted, that much was paid, and that the claimant is now marked for.
 */
final class StorageSampleKeyResolver implements SampleKeyResolver {

  private static final int MOST_CANDIDATES = 1000;

  private final ChainNode node;
  private final ClaimLinks links;

  StorageSampleKeyResolver(ChainNode node, ClaimLinks links) {
    this.node = node;
    this.links = links;
  }

  @Override
  public ClaimLinks.LinkMethod way() {
    return ClaimLinks.LinkMethod.RECORD;
  }

  @Override
  public Optional<Hash32> key(ClaimLinks.Pending claim) {
    List<Candidate> candidates = links.candidates(claim, MOST_CANDIDATES + 1);
    if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) return Optional.empty();
    Optional<BlockHeader> block = node.block(claim.block().hash());
    if (block.isEmpty()) return Optional.empty();
    BlockRef parent = new BlockRef(claim.block().number() - 1, block.get().parent());
    List<Candidate> explaining = marked(claim, counted(claim, candidates, parent), parent);
    return explaining.size() == 1 ? Optional.of(explaining.getFirst().key()) : Optional.empty();
  }

  /** Those of which one more claim was counted, and enough paid, than is accounted for. */
  private List<Candidate> counted(
      ClaimLinks.Pending claim, List<Candidate> candidates, BlockRef parent) {
    List<@Nullable HandlerRecord> after = records(claim.handler(), candidates, claim.block());
    List<@Nullable HandlerRecord> before = records(claim.handler(), candidates, parent);
    List<Candidate> counted = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      HandlerRecord now = after.get(i);
      HandlerRecord then = before.get(i);
      // A book that does not answer for one sample proves nothing of any other.
      if (now == null || then == null) return List.of();
      if (explains(claim, candidates.get(i), then, now)) counted.add(candidates.get(i));
    }
    return counted;
  }

  private static boolean explains(
      ClaimLinks.Pending claim, Candidate candidate, HandlerRecord then, HandlerRecord now) {
    boolean added = then.sender().equals(Address.ZERO);
    BigInteger claimable = added ? candidate.deposit().amount() : then.claimable().amount();
    BigInteger claims =
        now.claims()
            .value()
            .subtract(then.claims().value())
            .subtract(BigInteger.valueOf(candidate.claimsAccountedFor()));
    BigInteger paid =
        claimable
            .subtract(now.claimable().amount())
            .subtract(candidate.paidAccountedFor().amount());
    if (claims.signum() <= 0 || paid.compareTo(claim.amount().amount()) < 0) return false;
    if (claim.kind() == Claim.Kind.REFUND && !now.claimable().isZero()) return false;
    return claims.compareTo(BigInteger.ONE) > 0 || paid.equals(claim.amount().amount());
  }

  /** Those that the book has the claimant marked for, and for a refund not before. */
  private List<Candidate> marked(
      ClaimLinks.Pending claim, List<Candidate> candidates, BlockRef parent) {
    List<Candidate> marked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean now = hasClaimed(claim, candidate, claim.block());
      // Whoever may take all that is left may have reported before; an author refunds but once.
      boolean once = claim.kind() == Claim.Kind.REFUND;
      if (now && !(once && hasClaimed(claim, candidate, parent))) marked.add(candidate);
    }
    return marked;
  }

  private boolean hasClaimed(ClaimLinks.Pending claim, Candidate candidate, BlockRef at) {
    byte[] question =
        ContractFunction.HAS_CLAIMED.call(
            candidate.features(),
            candidate.label(),
            candidate.addedTime(),
            candidate.author(),
            claim.claimant());
    return node.call(claim.handler(), question, at) instanceof CallResult.Returned returned
        && ReturnValues.bool(returned.data()).orElse(false);
  }

  private List<@Nullable HandlerRecord> records(
      Address handler, List<Candidate> candidates, BlockRef at) {
    List<ContractCall> questions =
        candidates.stream()
            .map(each -> ContractFunction.ADDED_DATA.call(each.key()))
            .map(question -> new ContractCall(handler, question))
            .toList();
    List<@Nullable HandlerRecord> records = new ArrayList<>();
    for (CallResult result : node.calls(questions, at)) {
      records.add(
          result instanceof CallResult.Returned returned
              ? ReturnValues.handlerRecord(returned.data()).orElse(null)
              : null);
    }
    return records;
  }
}
