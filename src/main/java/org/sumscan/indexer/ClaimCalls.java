package org.sumscan.indexer;

import java.util.Arrays;
import java.util.Optional;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.SampleKey;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.claims.ClaimLinks;

/** What calls to a trainer say of the claims that they make. */
final class ClaimCalls {

  private static final byte[] REFUND = ContractFunction.REFUND.selector();
  private static final byte[] REPORT = ContractFunction.REPORT.selector();

  private ClaimCalls() {}

  /**
   * The sample that a transaction names to the very trainer, as its only claim there, for its
   * sender; empty where it does anything else.
   */
  static Optional<Hash32> keyNamedBy(ClaimLinks.Pending claim, ChainTransaction transaction) {
    boolean direct =
        claim.alone()
            && claim.trainer().equals(transaction.to())
            && claim.claimant().equals(transaction.from());
    return direct ? key(transaction.input(), claim.kind(), claim.claimant()) : Optional.empty();
  }

  /** The sample that a call names; empty if it is no claim of that kind, or malformed. */
  static Optional<Hash32> key(byte[] input, Claim.Kind kind, Address caller) {
    return TrainerCall.decode(input)
        .map(
            call ->
                switch (call) {
                  case TrainerCall.Refund c when kind == Claim.Kind.REFUND ->
                      SampleKey.of(c.features(), c.label(), c.addedTime(), caller);
                  case TrainerCall.Report c when kind == Claim.Kind.REPORT ->
                      SampleKey.of(c.features(), c.label(), c.addedTime(), c.author());
                  default -> null;
                });
  }

  /** Whether a call is to make a claim, well-formed or not. */
  static boolean isClaim(byte[] input) {
    return Arrays.equals(input, 0, Math.min(4, input.length), REFUND, 0, 4)
        || Arrays.equals(input, 0, Math.min(4, input.length), REPORT, 0, 4);
  }
}
