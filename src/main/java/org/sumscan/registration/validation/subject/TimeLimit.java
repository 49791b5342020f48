package org.sumscan.registration.validation.subject;

import java.time.Duration;

/** How long a check may take, and what it means for the model when it takes longer. */
public enum TimeLimit {

  /** For what asks a handful of questions: a contract that cannot be asked in time fails. */
  QUESTIONS(Duration.ofSeconds(20)) {
    @Override
    Finding finding(String found, String remedy) {
      return Finding.failed(found, remedy);
    }
  },

  /** For what reads a model's history, whose length says nothing against the model: a warning. */
  HISTORY(Duration.ofSeconds(60)) {
    @Override
    Finding finding(String found, String remedy) {
      return Finding.warning(found, remedy);
    }
  };

  private final Duration duration;

  TimeLimit(Duration duration) {
    this.duration = duration;
  }

  public Duration duration() {
    return duration;
  }

  /** The finding of a check that did not end in time. */
  public Finding exceeded() {
    return finding(
        "This could not be checked within " + duration.toSeconds() + " seconds.",
        "Try again later; the node may be slow.");
  }

  abstract Finding finding(String found, String remedy);
}
