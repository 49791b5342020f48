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
 * What the visitor that a thread serves may see of what strangers wrote. It lies around whole
 * requests, so that no page can forget it: every model that {@link Models} hands out there is
 * veiled unless it may be seen. Threads that serve nobody see models as they are.
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
   * Sight of one request.
   *
   * @param guarded whether models that are not on the allow-list are veiled
   * @param all whether the visitor wants to see them all nevertheless
   * @param revealed the models and samples that he wants to see, each as {@link #name} has it
   */
  public ContentVisibility(boolean guarded, boolean all, Collection<String> revealed) {
    this.guarded = guarded;
    this.all = all;
    this.kept = revealed.stream().distinct().toList();
    this.revealed = Set.copyOf(kept);
  }

  /** Does something that may fail in one way, with this sight around it. */
  public <X extends Exception> void around(Deed<X> deed) throws X {
    ScopedValue.where(CURRENT, this)
        .call(
            () -> {
              deed.run();
              return Boolean.TRUE;
            });
  }

  /** Something to do. */
  @FunctionalInterface
  public interface Deed<X extends Exception> {

    /** Does it. */
    void run() throws X;
  }

  /** The sight around this thread, if it serves a visitor. */
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

  /** Whether strangers' words are veiled at all, unless the visitor wants to see them. */
  public boolean isGuarding() {
    return guarded;
  }

  /** Whether the visitor wants to see all that he may. */
  public boolean showsAll() {
    return all;
  }

  /** The models and samples that the visitor wants to see, in the order of his wishes. */
  public List<String> revealed() {
    return kept;
  }

  /** Whether the visitor wants to see this one sample. */
  public boolean reveals(LogRef sample) {
    return revealed.contains(name(sample));
  }

  /** A sample's model as it may be seen beside the sample: unveiled where that is revealed. */
  public static Model beside(LogRef sample, Model model) {
    boolean opened = model.isRedacted() && !model.isHidden() && CURRENT.isBound();
    return opened && CURRENT.get().reveals(sample) ? model.unredacted() : model;
  }

  /** The models that were veiled so far and could be revealed, at most 50, in order. */
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
   * without any stranger's words.
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

  /** A model as the visitor may see it: veiled by the operator's decision in any case. */
  static Model over(Model model) {
    return CURRENT.isBound() ? CURRENT.get().seen(model) : model;
  }

  private Model seen(Model model) {
    boolean free = !guarded || model.isAllowed() || all || revealed.contains(name(model.id()));
    if (free && !model.isHidden()) return model;
    synchronized (redacted) {
      if (redacted.size() < MOST_REMEMBERED) redacted.put(model.id(), !model.isHidden());
    }
    return model.redacted();
  }
}
