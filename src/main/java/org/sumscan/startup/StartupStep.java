package org.sumscan.startup;

/**
 * One thing to do before pages are served; every bean of this type is run once at each start, in
 * the order of its stage, and until the last has returned every page answers 503 with the progress.
 */
public interface StartupStep {

  /**
   * Says where in the start this step belongs; steps of one stage run in an order of no promise.
   */
  Stage stage();

  /**
   * Names what is done, for a person who waits: a short phrase without a full stop, such as
   * "Training the demo's models".
   */
  String title();

  /**
   * Does it and returns when it is done, or at once if an earlier start did it already.
   *
   * @param progress told how far the step is, as often as it likes, from any thread
   * @throws StartupFailure if Sumscan must not start and a person can mend the reason
   * @throws InterruptedException if Sumscan is told to stop meanwhile
   */
  void run(StepProgress progress) throws InterruptedException;

  /** The parts of a start, in their order. */
  enum Stage {
    /**
     * Parts that others need are started and looked at: nodes answer, as the chains they should.
     */
    CONNECT,
    /** What is stored is brought in line with what the nodes have; no engine runs yet. */
    RECONCILE,
    /** Content is made; all engines run. */
    POPULATE,
    /** Waits until the engines have followed so far that pages show what is there. */
    CATCH_UP
  }
}
