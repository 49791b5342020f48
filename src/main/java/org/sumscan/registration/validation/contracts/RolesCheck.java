package org.sumscan.registration.validation.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether each part is what its slot says: swapped parts are recognised. */
final class RolesCheck implements ValidationCheck {

  @Override
  public String id() {
    return "roles";
  }

  @Override
  public Finding look(Subject subject) {
    List<String> wrong = new ArrayList<>();
    List<String> everything = new ArrayList<>();
    for (Role slot : Role.PARTS) {
      Set<Role> played = Role.playedBy(subject.partWithCode(slot));
      if (!played.contains(slot)) {
        wrong.add("the contract named as the " + slot + " " + insteadOf(played));
      } else if (played.size() > 1) {
        everything.add("the " + slot + " also answers like " + others(slot, played));
      }
    }
    if (!wrong.isEmpty()) {
      return Finding.failed(
          Finding.sentence(wrong),
          "The trainer was deployed with its parts in the wrong places, or with others. Deploy a"
              + " new one; the order is data handler, incentive mechanism, classifier.");
    }
    if (!everything.isEmpty()) {
      return Finding.warning(
          Finding.sentence(everything),
          "A contract that answers to everything may pretend to be what it is not. Read its code"
              + " before you trust it with money.");
    }
    return Finding.passed("Each part has the right interface.");
  }

  private static String insteadOf(Set<Role> played) {
    if (played.isEmpty()) return "answers like none of a model's parts";
    return "is " + played.stream().map(Role::one).collect(Collectors.joining(" and "));
  }

  private static String others(Role slot, Set<Role> played) {
    return played.stream()
        .filter(role -> role != slot)
        .map(Role::one)
        .collect(Collectors.joining(" and "));
  }
}
