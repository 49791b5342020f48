package org.sumscan.registration.validation.answers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the waits before claims are in an order that is fair to who adds samples. */
final class WaitsCheck implements ValidationCheck {

  private static final long LONG = 10L * 365 * 86_400;
  private static final List<ContractFunction> WAITS =
      List.of(
          ContractFunction.REFUND_WAIT,
          ContractFunction.OWNER_CLAIM_WAIT,
          ContractFunction.ANY_ADDRESS_CLAIM_WAIT);

  @Override
  public String id() {
    return "waits";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract mechanism = subject.partInRole(Role.INCENTIVE_MECHANISM);
    List<Long> seconds = new ArrayList<>();
    for (ContractFunction wait : WAITS) {
      ContractAnswer<BigInteger> said = mechanism.number(32, wait);
      if (said instanceof ContractAnswer.Nothing<BigInteger>(String how)) {
        return Finding.failed(
            wait.signature() + " of the incentive mechanism " + how + ".",
            "Deploy a known incentive mechanism.");
      }
      seconds.add(said.value().orElseThrow().longValue());
    }
    return judge(seconds, mechanism.answers(ContractFunction.COST_WEIGHT));
  }

  private static Finding judge(List<Long> waits, boolean deposits) {
    String words =
        "refund after %,d s, the owner's claim after %,d s, anyone's claim after %,d s"
            .formatted(waits.get(0), waits.get(1), waits.get(2));
    if (waits.get(0) > waits.get(1) || waits.get(1) > waits.get(2)) {
      String found = "The waits are out of order: " + words + ".";
      return deposits
          ? Finding.failed(
              found + " Others could take a deposit before its author may ask for it back.",
              "Deploy an incentive mechanism whose waits do not fall.")
          : Finding.warning(found, "Nobody loses money by it, since samples are free.");
    }
    if (waits.get(0) == 0) {
      return Finding.warning(
          "There is no wait before refunds: "
              + words
              + ". Whoever adds samples gets them counted as"
              + " valid at once, for free.",
          "Shares of deposits that are reported can be farmed: do not rely on them.");
    }
    if (waits.get(2) > LONG) {
      return Finding.warning(
          "The waits are very long: " + words + ".",
          "A deposit that the model never agrees with stays locked for so long.");
    }
    return Finding.passed("The waits are in order: " + words + ".");
  }
}
