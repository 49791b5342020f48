package org.sumscan.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks over a page as it stands for what shuts people out, by the rules of axe; the page must be
 * open for inspection.
 */
public final class Accessibility {

  private static final Path RULES = Path.of("contracts/node_modules/axe-core/axe.min.js");

  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return found.violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, html, failureSummary }) =>
            `${id}: ${help} at ${target} ${html.slice(0, 160)} (${failureSummary})`));
      }
      """;

  private Accessibility() {}

  /** Every rule of WCAG 2.2 AA and of good practice that some element breaks, in words. */
  @SuppressWarnings("unchecked")
  public static List<String> faults(Page page) {
    try {
      page.evaluate(Files.readString(RULES));
      return (List<String>) page.evaluate(RUN);
    } catch (IOException missing) {
      throw new UncheckedIOException("axe is missing; run npm ci in contracts/", missing);
    }
  }
}
