package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one {@link Browser} of a run, started when first asked for and started anew after a crash.
 * Every crash is logged and kept as one line of a file.
 */
final class SharedBrowser implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SharedBrowser.class);

  private final Path crashes;
  private @Nullable Browser browser;

  /**
   * @param crashes the file that keeps a line for each crash
   */
  SharedBrowser(Path crashes) {
    this.crashes = crashes;
  }

  /** A browser that is alive, for a test that is about to begin. */
  Browser alive(String test) {
    if (browser != null) browser.crash().ifPresent(crash -> replace(crash + " before " + test));
    return started();
  }

  /**
   * Starts another browser in the place of one that crashed.
   *
   * @param report which crash it was, in one line
   */
  Browser replace(String report) {
    LOG.warn(report);
    try {
      Files.createDirectories(crashes.toAbsolutePath().getParent());
      Files.writeString(
          crashes, report + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    close();
    return started();
  }

  private Browser started() {
    if (browser == null) browser = new Browser();
    return browser;
  }

  /** The browser, if one was started. */
  @Nullable Browser current() {
    return browser;
  }

  @Override
  public void close() {
    if (browser != null) browser.close();
    browser = null;
  }
}
