package org.sumscan.registration.validation.answers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.UInt256;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether there are classes to tell apart, not too many, and each has a name. */
final class ClassesCheck implements ValidationCheck {

  private static final int MOST = 1000;
  private static final int NAMES = 100;
  private static final int NAME_BYTES = 4096;
  private static final String DEPLOY = "Deploy a classifier with 2 to 1,000 classes.";

  @Override
  public String id() {
    return "classes";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract classifier = subject.partInRole(Role.CLASSIFIER);
    ContractAnswer<BigInteger> said = classifier.number(256, ContractFunction.NUM_CLASSIFICATIONS);
    if (said instanceof ContractAnswer.Nothing<BigInteger>(String how)) {
      return Finding.failed("The classifier's getNumClassifications() " + how + ".", DEPLOY);
    }
    BigInteger count = said.value().orElseThrow();
    if (count.signum() == 0) return Finding.failed("The classifier has no class.", DEPLOY);
    if (count.compareTo(BigInteger.valueOf(MOST)) > 0) {
      return Finding.failed("The classifier has %,d classes.".formatted(count), DEPLOY);
    }
    return names(classifier, count.intValue());
  }

  private static Finding names(UntrustedContract classifier, int count) {
    List<String> wrong = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (count == 1) odd.add("there is one class alone, so there is nothing to learn");
    for (int k = 0; k < Math.min(count, NAMES); k++) {
      ContractAnswer<String> name =
          classifier.text(ContractFunction.CLASSIFICATIONS, UInt256.of(k));
      if (name instanceof ContractAnswer.Nothing<String>(String how)) {
        wrong.add("classifications(" + k + ") " + how);
        break;
      }
      judge(k, name.value().orElseThrow(), names, wrong, odd);
    }
    if (!wrong.isEmpty()) return Finding.failed(Finding.sentence(wrong), DEPLOY);
    if (!odd.isEmpty()) {
      return Finding.warning(
          Finding.sentence(odd.subList(0, Math.min(5, odd.size()))),
          "Labels are shown with their numbers, by which classes can still be told apart.");
    }
    return Finding.passed("There are %,d classes, each with a name of its own.".formatted(count));
  }

  private static void judge(
      int k, String name, Set<String> names, List<String> wrong, List<String> odd) {
    if (name.length() > NAME_BYTES) wrong.add("the name of class " + k + " is too long");
    else if (name.isBlank()) odd.add("class " + k + " has no name");
    else if (!names.add(name)) odd.add("class " + k + " has the name of another one");
    else if (name.indexOf('\uFFFD') >= 0 || TextCheck.hasUnseen(name)) {
      odd.add("the name of class " + k + " holds characters that cannot be seen");
    }
  }
}
