package org.sumscan.registration.validation.history;

import org.sumscan.registration.validation.history.StorageComparison.Outcome;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.ValidationCheck;

/**
 * Whether it is certain that the data handler holds nothing but what the events tell: by its
 * storage root, or by the constructors and code of handler and mechanism, which refuse every record
 * before the hand-over.
 */
public final class StorageCheck implements ValidationCheck {

  private static final String BY_CODE =
      "Data handler and incentive mechanism were created by our constructors and run our code,"
          + " which records nothing before the hand-over: they hold what the events tell.";

  private final CodeLibrary library;

  public StorageCheck(CodeLibrary library) {
    this.library = library;
  }

  @Override
  public String id() {
    return "storage";
  }

  @Override
  public TimeLimit timeLimit() {
    return TimeLimit.HISTORY;
  }

  @Override
  public Finding look(Subject subject) {
    subject.partWithCode(Role.DATA_HANDLER);
    subject.partWithCode(Role.INCENTIVE_MECHANISM);
    boolean byCode =
        library.isOursFromTheStart(subject, Role.DATA_HANDLER)
            && library.isOursFromTheStart(subject, Role.INCENTIVE_MECHANISM);
    return switch (new StorageComparison(subject, library).outcome()) {
      case Outcome.Equal equal -> Finding.passed(words(equal, subject, byCode));
      case Outcome.EqualAs alike -> unproven(words(alike, subject));
      case Outcome.Different different -> finding(different, subject, byCode);
      case Outcome.Open(String why) -> byCode ? Finding.passed(BY_CODE) : unproven(why);
    };
  }

  private static String words(Outcome.Equal equal, Subject subject, boolean byCode) {
    return "Proven at block %,d: the data handler holds what the events tell and nothing else. The storage root computed from %,d samples and %,d claims is the node's, %s."
            .formatted(
                subject.head().number(),
                equal.history().samples().size(),
                equal.history().claims().size(),
                equal.root())
        + (equal.keepsEmpty()
            ? " This node keeps emptied slots in its trie, as nodes for tests do; they were"
                + " reckoned with."
            : "")
        + (byCode ? " " + BY_CODE : "");
  }

  private static String words(Outcome.EqualAs alike, Subject subject) {
    return "Read as %s data handler lays it out, its storage at block %,d holds exactly the %,d samples and %,d claims that the events tell. But its code is not known, and what that makes of its storage is not certain."
        .formatted(
            alike.whose(),
            subject.head().number(),
            alike.history().samples().size(),
            alike.history().claims().size());
  }

  private static Finding finding(Outcome.Different different, Subject subject, boolean byCode) {
    String words =
        "At block %,d the data handler's storage root is %s; what the events tell makes %s."
            .formatted(subject.head().number(), different.root(), different.computed());
    String excuse = different.excuse();
    if (byCode && !excuse.isEmpty()) return Finding.passed(BY_CODE);
    if (byCode) {
      return Finding.warning(
          words
              + " Yet "
              + BY_CODE.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
              + BY_CODE.substring(1),
          "The node may err: try again later, or by another node.");
    }
    if (!excuse.isEmpty()) return unproven(words + " " + excuse);
    return Finding.failed(
        words + " Something was recorded that no event shows.",
        "Add no money: whoever recorded it may take others' deposits. A new deployment whose parts"
            + " are handed over while they are empty can be listed.");
  }

  private static Finding unproven(String why) {
    return Finding.warning(
        "That nothing else is stored in the data handler than what the events tell is not proven. "
            + why,
        "Rely on the checks of the counts, the balance and the calls before the hand-over, or add"
            + " no money.");
  }
}
