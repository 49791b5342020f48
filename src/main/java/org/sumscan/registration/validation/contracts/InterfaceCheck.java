package org.sumscan.registration.validation.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the contract answers what a trainer answers, with values of the right types. */
final class InterfaceCheck implements ValidationCheck {

  private static final List<ContractFunction> TEXTS =
      List.of(ContractFunction.NAME, ContractFunction.DESCRIPTION, ContractFunction.ENCODER);

  @Override
  public String id() {
    return "interface";
  }

  @Override
  public Finding look(Subject subject) {
    Map<ContractFunction, ContractAnswer<?>> answers = new LinkedHashMap<>();
    UntrustedContract trainer = subject.steadyTrainer();
    for (Role part : Role.PARTS) answers.put(part.slot(), subject.slot(part));
    for (ContractFunction text : TEXTS) answers.put(text, trainer.text(text));
    List<String> wrong = new ArrayList<>();
    answers.forEach(
        (function, said) -> {
          if (!said.how().isEmpty()) wrong.add(function.signature() + " " + said.how());
        });
    if (wrong.isEmpty()) {
      return Finding.passed("It answers what a trainer answers, with well-formed values.");
    }
    return Finding.failed(
        "It is no trainer, or a broken one: " + String.join("; ", wrong) + ".",
        itIsAPart(subject, trainer, wrong.size() == answers.size()));
  }

  private static String itIsAPart(
      Subject subject, UntrustedContract contract, boolean nothingRight) {
    if (nothingRight) {
      for (Role part : Role.PARTS) {
        if (part.isPlayedBy(contract)) {
          String owner =
              contract
                  .address(ContractFunction.OWNER)
                  .value()
                  .map(address -> ": " + address + " owns it")
                  .orElse("");
          return "It is "
              + part.one()
              + ", a part of a model. Give the address of the model's trainer"
              + owner
              + ".";
        }
      }
    }
    return "Give the address of a CollaborativeTrainer64, or deploy one whose functions answer.";
  }
}
