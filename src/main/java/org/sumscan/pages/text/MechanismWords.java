package org.sumscan.pages.text;

import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Stake;
import org.sumscan.kernel.Wei;

/** How the pages speak of what is at stake in a model. */
public final class MechanismWords {

  private MechanismWords() {}

  /** An amount of a model's money; null where no money is at stake. */
  public static @Nullable Amount amount(Model model, @Nullable Wei wei) {
    if (wei == null) return null;
    return switch (model.mechanism().stake()) {
      case DEPOSIT -> Amount.of(wei);
      case POINTS -> null;
    };
  }

  /** What is at stake, in a word for tables. */
  public static String stake(Stake stake) {
    return switch (stake) {
      case DEPOSIT -> "Deposit";
      case POINTS -> "Points";
    };
  }

  /** What happens to the price. */
  public static String price(Mechanism mechanism) {
    return switch (mechanism.stake()) {
      case DEPOSIT ->
          mechanism.priceFalls() ? "falls until the next sample" : "the price of every sample";
      case POINTS -> "samples are free but for gas";
    };
  }

  /** What the model holds. */
  public static String held(Stake stake) {
    return switch (stake) {
      case DEPOSIT -> "of deposits nobody has claimed yet";
      case POINTS -> "no money changes hands";
    };
  }

  /** What adding a sample locks. */
  public static String added(Stake stake) {
    return switch (stake) {
      case DEPOSIT -> "The deposit is locked.";
      case POINTS -> "Nothing is locked.";
    };
  }

  /** What the author of a sample can get, and when: a sentence. */
  public static String refund(Model model) {
    String wait = Durations.words(model.waits().refund());
    return switch (model.mechanism().stake()) {
      case DEPOSIT ->
          "The deposit can be claimed back from "
              + wait
              + " after the block that takes it, if the model agrees with the label then.";
      case POINTS ->
          "It counts as a good sample from "
              + wait
              + " after the block that takes it, if the model agrees with the label then.";
    };
  }
}
