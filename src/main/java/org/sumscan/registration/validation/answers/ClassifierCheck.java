package org.sumscan.registration.validation.answers;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sumscan.chain.ChainNode;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.ContractReader;
import org.sumscan.registration.ProfileReader;
import org.sumscan.registration.RefusedException;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the classifier is of a kind that is known. */
final class ClassifierCheck implements ValidationCheck {

  private static final String KINDS =
      "Known kinds are "
          + Arrays.stream(ClassifierKind.values())
              .map(ClassifierKind::wireName)
              .collect(Collectors.joining(", "))
          + ", by the originals' rules and by ours.";

  private final CodeLibrary library;

  ClassifierCheck(CodeLibrary library) {
    this.library = library;
  }

  @Override
  public String id() {
    return "classifier";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract classifier = subject.partWithCode(Role.CLASSIFIER);
    try {
      LearningRules rules = rules(subject);
      ContractAnswer<String> claimed = classifier.text(ContractFunction.LEARNING_RULES);
      if (claimed.value().isEmpty()) {
        return Finding.passed(
            "It is a %s classifier of the originals' kind (%s)."
                .formatted(rules.kind().wireName(), rules.wireName()));
      }
      String words =
          "It is a %s classifier, and says that it follows the rules %s."
              .formatted(rules.kind().wireName(), rules.wireName());
      return library.isOurs(subject, Role.CLASSIFIER)
          ? Finding.passed(words)
          : Finding.warning(
              words + " Its code is not known, so it may say what is not so.",
              "Its accuracy shows only while our replay by these rules predicts what it does.");
    } catch (RefusedException refused) {
      return Finding.failed(String.valueOf(refused.getMessage()), KINDS);
    }
  }

  /** The rules that a classifier names, else the originals' of the kind that its getters show. */
  static LearningRules rules(Subject subject) throws RefusedException {
    ChainNode node = subject.node();
    ContractReader trainer = new ContractReader(node, subject.address(), subject.head());
    return new ProfileReader(trainer).learningRules(subject.part(Role.CLASSIFIER));
  }
}
