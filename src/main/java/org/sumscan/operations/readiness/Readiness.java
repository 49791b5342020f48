package org.sumscan.operations.readiness;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.sumscan.startup.StepProgress;

/** How far the start is, for those who ask meanwhile; safe for any thread. */
public final class Readiness {

  /**
   * What is being done.
   *
   * @param ready whether all is done
   * @param title what is done now
   * @param done how much of it, in units
   * @param total how much there is, or 0 if that is not known
   * @param unit what is counted, or nothing
   */
  public record Progress(boolean ready, String title, long done, long total, String unit) {

    /** What is done and how far it is, in one line for a person. */
    public String sentence() {
      if (unit.isEmpty()) return title;
      String amount = total > 0 ? done + " of " + total : String.valueOf(done);
      return title + ": " + amount + " " + unit;
    }

    private static Progress of(String title) {
      return new Progress(false, title, 0, 0, "");
    }
  }

  private final AtomicReference<Progress> now = new AtomicReference<>(Progress.of("Starting"));

  /** Tells that a part of the start begins; its progress is reported to what is returned. */
  public StepProgress begin(String title) {
    now.set(Progress.of(title));
    return (done, total, unit) ->
        now.updateAndGet(
            current ->
                current.title().equals(title) && !current.ready()
                    ? new Progress(false, title, done, total, unit)
                    : current);
  }

  /** Tells that everything is prepared. */
  void open() {
    now.set(new Progress(true, "Ready", 0, 0, ""));
  }

  /** Tells that Sumscan is going down. */
  void close() {
    now.set(Progress.of("Stopping"));
  }

  /** How far the start is. */
  public Progress progress() {
    return Objects.requireNonNull(now.get());
  }
}
