package org.sumscan.registration.validation.answers;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the weight of the price lets deposits be paid and refunded. */
final class CostWeightCheck implements ValidationCheck {

  private static final BigInteger HOUR = BigInteger.valueOf(3600);
  private static final BigInteger MUCH = BigInteger.TEN.pow(19);
  private static final int WEI_DIGITS = 18;

  @Override
  public String id() {
    return "cost-weight";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract mechanism = subject.partInRole(Role.INCENTIVE_MECHANISM);
    if (!mechanism.answers(ContractFunction.COST_WEIGHT)) {
      return Finding.notApplicable("Samples are free: the incentive mechanism counts points.");
    }
    ContractAnswer<BigInteger> weight = mechanism.number(80, ContractFunction.COST_WEIGHT);
    ContractAnswer<BigInteger> price = mechanism.number(256, ContractFunction.NEXT_COST);
    if (!weight.how().isEmpty() || !price.how().isEmpty()) {
      return Finding.failed(
          "costWeight() or getNextAddDataCost() of the incentive mechanism "
              + (weight.how().isEmpty() ? price.how() : weight.how())
              + ".",
          "Nobody could add a sample: deploy a known incentive mechanism.");
    }
    return judge(weight.value().orElseThrow(), price.value().orElseThrow());
  }

  private static Finding judge(BigInteger weight, BigInteger price) {
    if (weight.signum() == 0) {
      return Finding.warning(
          "The cost weight is 0, so nothing is ever paid, and nothing is ever claimable: no sample"
              + " can be refunded or counted as valid.",
          "If that is not meant so, deploy an incentive mechanism with a cost weight above 0.");
    }
    BigInteger highest = weight.multiply(HOUR);
    if (highest.compareTo(MUCH) > 0) {
      return Finding.warning(
          "A sample right after another one costs " + ether(highest) + " ETH.",
          "Look at the deposit that is asked before you sign.");
    }
    return Finding.passed(
        "A sample costs %s ETH now, and %s ETH right after another one."
            .formatted(ether(price), ether(highest)));
  }

  private static String ether(BigInteger wei) {
    return new BigDecimal(wei, WEI_DIGITS).stripTrailingZeros().toPlainString();
  }
}
