package org.sumscan.api.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Plan;

/**
 * Claims to sign in this order, or why none should be.
 *
 * @param asOfBlock the block on top of which they were tried out; null where none could be asked
 * @param chained whether each was tried out on what the ones before it left
 * @param total what they pay together, in wei
 * @param gas what they use together
 * @param net the total without the fees, in wei, may be below 0
 * @param refusal why there is no plan at all; null where there is one, even an empty one
 */
record PlanBody(
    @Nullable Long asOfBlock,
    boolean chained,
    List<Step> steps,
    List<Dropped> dropped,
    String total,
    long gas,
    String net,
    @Nullable Refusal refusal) {

  /**
   * One claim.
   *
   * @param amount in wei
   * @param net the amount without the fee, in wei, may be below 0
   */
  record Step(
      String transactionHash,
      int logIndex,
      String mode,
      String amount,
      long gas,
      String net,
      TransactionBody transaction) {

    static Step of(Plan.Step step) {
      return new Step(
          step.sample().transaction().toString(),
          step.sample().index(),
          step.mode().wireName(),
          step.amount().toString(),
          step.gas(),
          step.net().toString(),
          TransactionBody.of(step.transaction()));
    }
  }

  /** A sample that is not claimed from, and why. */
  record Dropped(String transactionHash, int logIndex, String code, String reason, String remedy) {

    static Dropped of(Plan.Dropped dropped) {
      return new Dropped(
          dropped.sample().transaction().toString(),
          dropped.sample().index(),
          dropped.why().code(),
          dropped.why().sentence(),
          dropped.why().remedy());
    }
  }

  /** Why nothing should be signed. */
  record Refusal(String code, String reason, String remedy) {}

  static PlanBody of(Plan plan) {
    return switch (plan) {
      case Plan.Planned planned ->
          new PlanBody(
              planned.asOf().block().number(),
              planned.chained(),
              planned.steps().stream().map(Step::of).toList(),
              planned.dropped().stream().map(Dropped::of).toList(),
              planned.total().toString(),
              planned.gas(),
              planned.net().toString(),
              null);
      case Plan.Refused refused ->
          new PlanBody(
              refused.asOf() == null ? null : refused.asOf().block().number(),
              false,
              List.of(),
              List.of(),
              "0",
              0,
              "0",
              new Refusal(refused.why().code(), refused.why().sentence(), refused.why().remedy()));
    };
  }
}
