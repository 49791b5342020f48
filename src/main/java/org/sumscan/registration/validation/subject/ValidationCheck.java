package org.sumscan.registration.validation.subject;

/** One check of a validation; its rooms list them in the order in which they are made. */
public interface ValidationCheck {

  /** Its name for programs: lower-case words with hyphens, never changed. */
  String id();

  /** How long it may take. */
  default TimeLimit timeLimit() {
    return TimeLimit.QUESTIONS;
  }

  /** Whether it looks at an address, so that it is not made where the text given is none. */
  default boolean needsAddress() {
    return true;
  }

  /**
   * Makes the check.
   *
   * @throws Unknown for what cannot be checked since something else is wrong
   * @throws org.sumscan.chain.NodeFault if the node did not answer
   */
  Finding look(Subject subject);
}
