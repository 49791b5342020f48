package org.sumscan.startup;

/** Where a step of the start says how far it is. */
@FunctionalInterface
public interface StepProgress {

  /**
   * Replaces what was said before.
   *
   * @param done how much is done, in units of the step's own, from 0 to {@code total}
   * @param total how much there is to do, or 0 if that is not known
   * @param unit what is counted, in the plural, such as "samples"
   */
  void report(long done, long total, String unit);
}
