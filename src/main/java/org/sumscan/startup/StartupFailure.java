package org.sumscan.startup;

import org.jspecify.annotations.Nullable;

/**
 * A start that cannot go on for a reason that a person can mend; it ends the program with these two
 * texts, without a stack trace and with an exit code other than 0.
 */
public final class StartupFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Makes one from what is wrong and what to do about it, both in whole sentences.
   *
   * @param problem never with a secret in it: addresses of nodes without their path
   */
  public StartupFailure(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** As {@link #StartupFailure(String, String)}, and keeps the cause for whoever debugs. */
  public StartupFailure(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
