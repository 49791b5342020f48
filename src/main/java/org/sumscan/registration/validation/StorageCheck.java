package org.sumscan.registration.validation;

import java.time.Duration;

/**
 * Whether it is certain that the data handler and the mechanism hold nothing but what the events
 * tell: by their constructor and code, which refuse every record before the hand-over.
 */
final class StorageCheck implements Check {

  private final CodeLibrary library;

  StorageCheck(CodeLibrary library) {
    this.library = library;
  }

  @Override
  public String id() {
    return "storage";
  }

  @Override
  public Duration patience() {
    return LONG_PATIENCE;
  }

  @Override
  public Finding look(Subject subject) {
    boolean handler = library.isOursFromTheStart(subject, Role.DATA_HANDLER);
    boolean mechanism = library.isOursFromTheStart(subject, Role.INCENTIVE_MECHANISM);
    if (handler && mechanism) {
      return Finding.passed(
          "Data handler and incentive mechanism were created by our constructors and run our code,"
              + " which records nothing before the hand-over: they hold what the events tell.");
    }
    return Finding.warning(
        "That nothing else is stored in the data handler and the incentive mechanism than what the"
            + " events tell is not proven: their code does not rule it out, and their storage was"
            + " not recomputed.",
        "Rely on the checks of the counts, the balance and the calls before the hand-over, or add"
            + " no money.");
  }
}
