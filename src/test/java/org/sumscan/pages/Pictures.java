package org.sumscan.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** Keeps pictures of pages for people to look at. */
final class Pictures {

  private Pictures() {}

  /** What the window shows, without what one would have to scroll to. */
  static void take(Page page, String name) {
    Path file = Path.of("target/screenshots", name.toLowerCase(Locale.ROOT) + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
