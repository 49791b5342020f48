package org.sumscan.demo.scenario;

import org.sumscan.demo.accounts.Person;

/** Something that happens at a time of the history; what has the same time shares a block. */
sealed interface ScenarioMoment {

  /** In seconds since 1970. */
  long time();

  /** The next transactions of a deployment. */
  record Deploying(long time, int design, int block) implements ScenarioMoment {}

  /** Someone, and perhaps others with them, adds samples to a model. */
  record Adding(long time, int design, int samples) implements ScenarioMoment {}

  /** The visitor's account adds samples to a model. */
  record VisitorAdding(long time, int design, int samples) implements ScenarioMoment {}

  /** Someone looks what they can claim. */
  record Visit(long time, Person person, int claims) implements ScenarioMoment {}
}
