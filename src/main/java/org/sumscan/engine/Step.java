package org.sumscan.engine;

/** A piece of an engine's work, short enough that a stop need not wait long for it. */
@FunctionalInterface
public interface Step {

  /**
   * Does it.
   *
   * @return whether there may be more to do at once
   * @throws InterruptedException if it was stopped meanwhile
   */
  boolean take() throws InterruptedException;
}
