package org.sumscan.pages.links;

import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.LogRef;

/**
 * A row whose stranger's words are hidden until its visitor asks for them, and can be hidden again;
 * the fragment {@code parts :: reveal} shows it.
 *
 * @param name how a request names what to reveal
 * @param shown whether it is revealed
 */
public record RevealLink(String name, boolean shown) {

  /** Of a row about a model; null where nothing is hidden, or all is shown. */
  public static @Nullable RevealLink of(Model model) {
    ContentVisibility visibility = guarding(model);
    if (visibility == null || visibility.showsAll()) return null;
    return new RevealLink(ContentVisibility.name(model.id()), !model.isRedacted());
  }

  /**
   * Of a row about a sample; null where nothing is hidden, or the whole model is shown.
   *
   * @param model as it is seen beside the sample
   */
  public static @Nullable RevealLink of(LogRef sample, Model model) {
    ContentVisibility visibility = guarding(model);
    if (visibility == null || visibility.showsAll()) return null;
    if (!model.isRedacted() && !visibility.reveals(sample)) return null;
    return new RevealLink(ContentVisibility.name(sample), !model.isRedacted());
  }

  /** An address under which a model that is revealed here stays so. */
  public static String kept(String href, Model model) {
    ContentVisibility visibility = guarding(model);
    return visibility == null || model.isRedacted()
        ? href
        : with(href, ContentVisibility.name(model.id()));
  }

  /** An address under which a sample that is revealed here, by itself or its model, stays so. */
  public static String kept(String href, LogRef sample, Model model) {
    ContentVisibility visibility = guarding(model);
    if (visibility == null || model.isRedacted()) return href;
    return with(
        href,
        visibility.reveals(sample)
            ? ContentVisibility.name(sample)
            : ContentVisibility.name(model.id()));
  }

  /** The address of another view of the same page, under which all that is revealed stays so. */
  public static String kept(String href) {
    ContentVisibility visibility =
        ContentVisibility.current().filter(ContentVisibility::isGuarding).orElse(null);
    if (visibility == null) return href;
    String all = visibility.showsAll() ? with(href, "true") : href;
    for (String name : visibility.revealed()) all = with(all, name);
    return all;
  }

  private static @Nullable ContentVisibility guarding(Model model) {
    return model.isAllowed() || model.isHidden()
        ? null
        : ContentVisibility.current().filter(ContentVisibility::isGuarding).orElse(null);
  }

  private static String with(String href, String name) {
    int hash = href.indexOf('#');
    String path = hash < 0 ? href : href.substring(0, hash);
    String rest = hash < 0 ? "" : href.substring(hash);
    return path + (path.contains("?") ? "&" : "?") + "reveal=" + name + rest;
  }
}
