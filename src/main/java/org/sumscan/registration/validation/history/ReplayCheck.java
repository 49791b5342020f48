package org.sumscan.registration.validation.history;

import org.sumscan.kernel.Address;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.ContractReader;
import org.sumscan.registration.InitialStateReader;
import org.sumscan.registration.InitialStateReader.Reading;
import org.sumscan.registration.ProfileReader;
import org.sumscan.registration.RefusedException;
import org.sumscan.registration.classifier.InitCode;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.Unknown;
import org.sumscan.registration.validation.subject.ValidationCheck;

/**
 * Whether the model's samples can be replayed: whether the state in which its classifier was handed
 * over can be read, as its listing will read it.
 */
final class ReplayCheck implements ValidationCheck {

  private final InitCode initCode;

  ReplayCheck(InitCode initCode) {
    this.initCode = initCode;
  }

  @Override
  public String id() {
    return "replay";
  }

  @Override
  public TimeLimit timeLimit() {
    return TimeLimit.HISTORY;
  }

  @Override
  public Finding look(Subject subject) {
    Address classifier = subject.partInRole(Role.CLASSIFIER).address();
    InitialStateReader reader = new InitialStateReader(subject.node(), subject.history(), initCode);
    return switch (reader.read(classifier, subject.address(), rules(subject, classifier))) {
      case Reading.Found(var start) -> Finding.passed("It can be replayed. " + start.source());
      case Reading.Unreadable(var reason) ->
          Finding.warning(
              "It cannot be replayed. " + reason,
              "It can be listed: its accuracy stays unknown, and its contract is asked about its"
                  + " open samples.");
    };
  }

  private static LearningRules rules(Subject subject, Address classifier) {
    try {
      ContractReader trainer =
          new ContractReader(subject.node(), subject.address(), subject.head());
      return new ProfileReader(trainer).learningRules(classifier);
    } catch (RefusedException unknown) {
      throw new Unknown("Its kind of classifier is not known.");
    }
  }
}
