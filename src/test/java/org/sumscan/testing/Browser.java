package org.sumscan.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real browser, which comes with the npm packages of the contracts: nothing is installed and
 * nothing is downloaded; a test class gets it as a parameter with {@code
 * &#64;ExtendWith(BrowserExtension.class)}.
 *
 * <p>Of one thread only, as Playwright is: what waits on it waits with Playwright's own assertions
 * and waits.
 */
public final class Browser implements AutoCloseable {

  /** The three ways in which pages are looked at. */
  public enum Layout {
    DESKTOP(1280, 900, ColorScheme.LIGHT),
    DARK(1280, 900, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme colours;

    Layout(int width, int height, ColorScheme colours) {
      this.width = width;
      this.height = height;
      this.colours = colours;
    }
  }

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--no-zygote",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double ASSERTION_TIMEOUT_MS = 30_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> crashedPages = new ArrayList<>();

  Browser() {
    Path folder = unpacked();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_NODEJS_PATH", "node");
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    System.setProperty("playwright.cli.dir", driver().toString());
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    // Other builds may share the machine.
    PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_TIMEOUT_MS);
    environment.put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
    environment.put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(folder.resolve("chromium"))
                    .setArgs(ARGUMENTS)
                    .setEnv(environment));
  }

  /** Opens an empty page in a profile of its own, closed when the test ends. */
  public Page open(Layout layout) {
    return open(layout, true, false);
  }

  /**
   * As {@link #open}, for tools that write styles into the page: its content policy is not held.
   */
  public Page openForInspection(Layout layout) {
    return open(layout, true, true);
  }

  /** As {@link #open}, in a browser that runs no script. */
  public Page openWithoutJavaScript(Layout layout) {
    return open(layout, false, false);
  }

  /**
   * Hands over what pages complained about since the last call and forgets it: errors on the
   * console (a violated content policy and an answer of 400 or more among them) and uncaught
   * exceptions. A test that leaves a complaint behind fails.
   */
  public List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  /**
   * As {@link #takeComplaints}, once pages have complained so often.
   *
   * @param page any that is open
   */
  public List<String> awaitComplaints(Page page, int number) {
    page.waitForCondition(() -> complaints.size() >= number);
    List<String> taken = takeComplaints();
    if (taken.size() > number) throw new AssertionError("too many complaints: " + taken);
    return taken;
  }

  private Page open(Layout layout, boolean scripts, boolean inspected) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(layout.width, layout.height)
                .setColorScheme(layout.colours)
                .setJavaScriptEnabled(scripts)
                .setBypassCSP(inspected));
    contexts.add(context);
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " (" + message.location() + ")");
          }
        });
    context.onWebError(error -> complaints.add(error.error()));
    context.onPage(page -> page.onCrash(crashed -> crashedPages.add(crashed.url())));
    return context.newPage();
  }

  /**
   * Whether the browser or the process of one of its pages has crashed, and which; asks the browser
   * for a sign of life, so that what has just happened is known too.
   */
  Optional<String> crash() {
    try {
      browser.newBrowserCDPSession().detach();
    } catch (PlaywrightException dead) {
      return Optional.of("the browser crashed");
    }
    if (!browser.isConnected()) return Optional.of("the browser crashed");
    return crashedPages.stream().findFirst().map(url -> "the page at " + url + " crashed");
  }

  void closePages() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
  }

  @Override
  public void close() {
    try {
      playwright.close();
    } catch (PlaywrightException gone) {
      // What has crashed cannot be told to end.
    }
  }

  private static Path unpacked() {
    Path folder = Path.of("target/browser").toAbsolutePath();
    try {
      Process script =
          new ProcessBuilder("node", "contracts/tools/browser.mjs", folder.toString())
              .inheritIO()
              .start();
      if (script.waitFor() != 0) {
        throw new IllegalStateException("The browser could not be unpacked to " + folder);
      }
    } catch (IOException failure) {
      throw new IllegalStateException("Node.js could not be started", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
    return folder;
  }

  /** Playwright wants its program in a folder named "package". */
  private static Path driver() {
    Path folder = Path.of("target/playwright").toAbsolutePath();
    Path link = folder.resolve("package");
    Path program = Path.of("contracts/node_modules/playwright-core").toAbsolutePath();
    try {
      Files.createDirectories(folder);
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, program);
      }
      return folder;
    } catch (IOException failure) {
      throw new IllegalStateException("Playwright's program cannot be linked", failure);
    }
  }
}
