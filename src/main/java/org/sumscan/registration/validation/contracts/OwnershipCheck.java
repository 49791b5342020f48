package org.sumscan.registration.validation.contracts;

import java.util.ArrayList;
import java.util.List;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the trainer owns its parts; if not, who does and what they could do. */
final class OwnershipCheck implements ValidationCheck {

  @Override
  public String id() {
    return "ownership";
  }

  @Override
  public Finding look(Subject subject) {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.PARTS) {
      ContractAnswer<Address> owner = subject.partWithCode(role).address(ContractFunction.OWNER);
      if (owner instanceof ContractAnswer.Nothing<Address>(String how)) {
        wrong.add("owner() of the " + role + " " + how);
      } else if (!owner.value().orElseThrow().equals(subject.address())) {
        wrong.add(
            "the %s belongs to %s, who could %s".formatted(role, owner.value().get(), power(role)));
      }
    }
    if (wrong.isEmpty()) return Finding.passed("The trainer owns its three parts.");
    return Finding.failed(
        Finding.sentence(wrong),
        "Their owner hands them over by transferOwnership("
            + subject.address()
            + ") on each part.");
  }

  private static String power(Role role) {
    return switch (role) {
      case CLASSIFIER -> "teach the model whatever they like, unseen and free of charge";
      case DATA_HANDLER -> "record deposits that nobody paid, and take everyone's money for them";
      default -> "count their own samples as valid, and take a larger share of everyone's deposits";
    };
  }
}
