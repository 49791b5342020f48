package org.sumscan.registration.validation.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.kernel.Address;
import org.sumscan.registration.validation.subject.CodeShape;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Proxy;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the three parts are three different contracts, each with code of its own. */
final class PartsCheck implements ValidationCheck {

  private static final String DEPLOY =
      "Nothing can be changed in a deployed trainer: deploy a new one with three parts of its own.";

  @Override
  public String id() {
    return "parts";
  }

  @Override
  public Finding look(Subject subject) {
    List<String> wrong = new ArrayList<>();
    List<String> proxies = new ArrayList<>();
    Map<Address, String> seen = new HashMap<>(Map.of(subject.address(), "trainer itself"));
    for (Role role : Role.PARTS) {
      Address part = subject.part(role);
      String earlier = seen.putIfAbsent(part, role.toString());
      if (earlier != null) {
        wrong.add("the " + role + " is the " + earlier + " (" + part + ")");
      } else if (subject.code(part).length == 0) {
        wrong.add("there is no contract at " + part + ", the " + role);
      } else if (CodeShape.delegate(subject.code(part)).isPresent()) {
        wrong.add("the " + role + " at " + part + " is a person's account (EIP-7702)");
      } else {
        Proxy.of(subject, part).ifPresent(proxy -> proxies.add(words(role, proxy)));
      }
    }
    if (!wrong.isEmpty()) return Finding.failed(Finding.sentence(wrong), DEPLOY);
    if (!proxies.isEmpty()) {
      return Finding.warning(
          Finding.sentence(proxies),
          "Whoever may upgrade a part can change the model's rules at any time.");
    }
    return Finding.passed("The three parts are three different contracts.");
  }

  private static String words(Role role, Proxy proxy) {
    return switch (proxy) {
      case Proxy.Clone(Address code) -> "the " + role + " is a minimal proxy of " + code;
      case Proxy.Exchangeable(Address code, String how) ->
          "the " + role + " is a proxy (" + how + ") that runs the code of " + code + " for now";
    };
  }
}
