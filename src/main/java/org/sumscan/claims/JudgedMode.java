package org.sumscan.claims;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/**
 * Whether an account can claim in one mode, and what comes of it.
 *
 * @param amount what it pays now, or will pay at {@code from} if nothing but the time changes; null
 *     where neither holds
 * @param from the first second since 1970 at which a block could allow it; null where it is allowed
 *     already, or time alone would not
 * @param conditions every condition of the mode, in the order in which the contract asks
 * @param gas what the claim is estimated to use; null where it is not allowed or nobody could tell
 * @param net the amount without the fee, in wei, which can be below 0; null with {@code gas}
 * @param transaction what a wallet would sign for it; null with {@code gas}, and where no draft was
 *     asked for
 */
public record JudgedMode(
    ClaimKind mode,
    boolean allowed,
    @Nullable Wei amount,
    @Nullable Long from,
    List<JudgedCondition> conditions,
    @Nullable Long gas,
    @Nullable BigInteger net,
    @Nullable DraftedTransaction transaction) {

  /** Of a verdict, without estimates. */
  static JudgedMode of(Verdict verdict) {
    boolean allowed = verdict instanceof Verdict.Allowed;
    OptionalLong opens = allowed ? OptionalLong.empty() : verdict.opensAt();
    return new JudgedMode(
        verdict.kind(),
        allowed,
        allowed || opens.isPresent() ? verdict.amount() : null,
        opens.isPresent() ? opens.getAsLong() : null,
        verdict.conditions().stream().map(JudgedCondition::of).toList(),
        null,
        null,
        null);
  }

  /** The first condition that fails; null for an allowed mode. */
  public @Nullable JudgedCondition obstacle() {
    return conditions.stream().filter(condition -> !condition.holds()).findFirst().orElse(null);
  }

  /** The verdict with what the claim uses. */
  JudgedMode estimated(long gasUsed, Wei gasPrice) {
    BigInteger gain = net(amount == null ? Wei.ZERO : amount, gasUsed, gasPrice);
    return new JudgedMode(mode, allowed, amount, from, conditions, gasUsed, gain, transaction);
  }

  /** The verdict with the transaction that makes the claim. */
  JudgedMode with(DraftedTransaction drafted) {
    return new JudgedMode(mode, allowed, amount, from, conditions, gas, net, drafted);
  }

  static BigInteger net(Wei paid, long gasUsed, Wei gasPrice) {
    return paid.amount().subtract(gasPrice.amount().multiply(BigInteger.valueOf(gasUsed)));
  }
}
