package org.sumscan.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/**
 * What a visitor may see of what strangers wrote. It is bound to whole requests, so that no page
 * can forget it: every model that {@link Models} hands out there is redacted unless the visitor may
 * see its texts. On a thread without a visitor every model is redacted, as nobody has asked to see
 * it.
 */
public final class ContentVisibility {

  private static final ScopedValue<ContentVisibility> CURRENT = ScopedValue.newInstance();
  private static final int MOST_REMEMBERED = 50;

  private final boolean guarded;
  private final boolean all;
  private final Set<String> revealed;
  private final List<String> kept;
  private final Map<ModelId, Boolean> redacted = new LinkedHashMap<>();

  /**
   * What one request may see.
   *
   * @param guarded whether models that are not on the allow-list are redacted
   * @param all whether the visitor wants to see them all nevertheless
   * @param revealed the models and samples that they want to see, each as {@link #name} has it
   */
  public ContentVisibility(boolean guarded, boolean all, Collection<String> revealed) {
    this.guarded = guarded;
    this.all = all;
    this.kept = revealed.stream().distinct().toList();
    this.revealed = Set.copyOf(kept);
  }

  /** Runs something with this visibility around it; threads that it starts do not inherit it. */
  public <X extends Exception> void around(Task<X> task) throws X {
    ScopedValue.where(CURRENT, this)
        .call(
            () -> {
              task.run();
              return Boolean.TRUE;
            });
  }

  /** Something to run. */
  @FunctionalInterface
  public interface Task<X extends Exception> {

    /** Runs it. */
    void run() throws X;
  }

  /** The visibility around this thread, if it serves a visitor. */
  public static Optional<ContentVisibility> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** How a request names a model to be revealed, such as {@code 1-0x12…}, in lower case. */
  public static String name(ModelId model) {
    return model.chain() + "-" + model.address().lowerCase();
  }

  /** How a request names a sample to be revealed, such as {@code 1-0x12…-0}, in lower case. */
  public static String name(LogRef sample) {
    return sample.chain() + "-" + sample.transaction() + "-" + sample.index();
  }

  /** Whether strangers' texts are redacted at all, unless the visitor wants to see them. */
  public boolean isGuarding() {
    return guarded;
  }

  /** Whether the visitor wants to see all that they may. */
  public boolean showsAll() {
    return all;
  }

  /** The models and samples that the visitor wants to see, in the order asked for. */
  public List<String> revealed() {
    return kept;
  }

  /** Whether the visitor wants to see this one sample. */
  public boolean reveals(LogRef sample) {
    return revealed.contains(name(sample));
  }

  /** A sample's model as it may be seen beside the sample: not redacted where that is revealed. */
  public static Model beside(LogRef sample, Model model) {
    boolean opened = model.isRedacted() && !model.isHidden() && CURRENT.isBound();
    return opened && CURRENT.get().reveals(sample) ? new Model(model.row(), false) : model;
  }

  /** The models that were redacted so far and could be revealed, at most 50, in order. */
  public List<ModelId> revealable() {
    synchronized (redacted) {
      return redacted.entrySet().stream()
          .filter(Map.Entry::getValue)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * Whether a contract that is not listed, and so cannot be on the allow-list, is to be shown
   * without any stranger's texts.
   */
  public boolean redacts(ModelId unlisted) {
    if (!guarded || all || revealed.contains(name(unlisted))) return false;
    synchronized (redacted) {
      if (redacted.size() < MOST_REMEMBERED) redacted.put(unlisted, true);
    }
    return true;
  }

  /** Whether anything that was not hidden by the operator is shown to every visitor. */
  public boolean isGuarded() {
    return guarded && !all;
  }

  /** A model as the visitor may see it: redacted by the operator's decision in any case. */
  static Model over(ModelRow row) {
    return new Model(row, !CURRENT.isBound() || CURRENT.get().redacts(row));
  }

  private boolean redacts(ModelRow row) {
    boolean free = !guarded || row.isAllowed() || all || revealed.contains(name(row.id()));
    if (free && !row.isHidden()) return false;
    synchronized (redacted) {
      if (redacted.size() < MOST_REMEMBERED) redacted.put(row.id(), !row.isHidden());
    }
    return true;
  }
}
