package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.sumscan.testing.Browser.Layout;

/** Tests whose browser is killed, run as a run of their own. */
class BrowserCrashTest {

  /** What the tests below were run with, one entry for each time. */
  private static final List<String> RUNS = new ArrayList<>();

  @TempDir Path folder;

  private Events run(Class<?> tests) {
    RUNS.clear();
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(BrowserExtension.CRASHES, crashes().toString())
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  private Path crashes() {
    return folder.resolve("crashes.txt");
  }

  private List<String> reported() throws IOException {
    return Files.readAllLines(crashes());
  }

  /** Ends the browser's process, as a fault in it does, and waits until it is gone. */
  private static void kill(Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    for (JsonElement each :
        page.context()
            .browser()
            .newBrowserCDPSession()
            .send("SystemInfo.getProcessInfo")
            .getAsJsonArray("processInfo")) {
      if (!each.getAsJsonObject().get("type").getAsString().equals("browser")) continue;
      ProcessHandle process =
          ProcessHandle.of(each.getAsJsonObject().get("id").getAsLong()).orElseThrow();
      process.destroyForcibly();
      process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
      return;
    }
    throw new IllegalStateException("no process of the browser");
  }

  private static void crashPage(Page page) {
    assertThatThrownBy(() -> page.navigate("chrome://crash"))
        .isInstanceOf(PlaywrightException.class);
  }

  @ExtendWith(BrowserExtension.class)
  static class KilledWithin {

    @Test
    void dies(Browser browser) {
      RUNS.add("dies");
      Page page = browser.open(Layout.DESKTOP);
      if (RUNS.size() == 1) kill(browser);
      assertThat(page.evaluate("1 + 1")).isEqualTo(2);
    }
  }

  @Test
  void aTestWithinWhichTheBrowserIsKilledIsRunAgainOnce() throws IOException {
    run(KilledWithin.class).assertStatistics(all -> all.started(1).succeeded(1));
    assertThat(RUNS).hasSize(2);
    assertThat(reported())
        .containsExactly(
            "the browser crashed in " + KilledWithin.class.getName() + ".dies, which is run again");
  }

  @ExtendWith(BrowserExtension.class)
  static class KilledUnnoticed {

    @Test
    void diesAtTheEnd(Browser browser) {
      RUNS.add("diesAtTheEnd");
      browser.open(Layout.DESKTOP);
      if (RUNS.size() == 1) kill(browser);
    }
  }

  @Test
  void aTestThatPassesThoughTheBrowserIsKilledIsRunAgainToo() throws IOException {
    run(KilledUnnoticed.class).assertStatistics(all -> all.started(1).succeeded(1));
    assertThat(RUNS).hasSize(2);
    assertThat(reported()).hasSize(1);
  }

  @ExtendWith(BrowserExtension.class)
  static class PageCrashes {

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "three"})
    void crashes(String name, Browser browser) {
      RUNS.add(name);
      Page page = browser.open(Layout.DESKTOP);
      if (RUNS.equals(List.of("one", "two"))) crashPage(page);
      assertThat(page.evaluate("1 + 1")).isEqualTo(2);
    }
  }

  @Test
  void aTestWithinWhichAPageCrashesIsRunAgainWithTheSameArguments() throws IOException {
    run(PageCrashes.class).assertStatistics(all -> all.started(3).succeeded(3));
    assertThat(RUNS).containsExactly("one", "two", "two", "three");
    assertThat(reported())
        .singleElement()
        .asString()
        .startsWith("the page at ")
        .contains(" crashed in " + PageCrashes.class.getName() + ".crashes [2] ")
        .endsWith(", which is run again");
  }

  static class KillAfterwards implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
      if (RUNS.size() == 1) kill(used);
    }
  }

  private static Browser used;

  /** Extensions end in the opposite order: what kills comes after what puts the pages away. */
  @ExtendWith({KillAfterwards.class, BrowserExtension.class})
  static class KilledBetween {

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "three"})
    void lives(String name, Browser browser) {
      RUNS.add(name);
      used = browser;
      assertThat(browser.open(Layout.DESKTOP).evaluate("1 + 1")).isEqualTo(2);
    }
  }

  @ExtendWith({BrowserExtension.class, KillAfterwards.class})
  static class KilledBeforeItsPagesAreClosed extends KilledBetween {}

  @ParameterizedTest
  @ValueSource(classes = {KilledBetween.class, KilledBeforeItsPagesAreClosed.class})
  void aBrowserThatIsKilledBetweenTestsIsStartedAnew(Class<?> tests) throws IOException {
    run(tests).assertStatistics(all -> all.started(3).succeeded(3));
    assertThat(RUNS).containsExactly("one", "two", "three");
    assertThat(reported())
        .singleElement()
        .asString()
        .startsWith("the browser crashed before " + tests.getName() + ".lives [2] ");
  }

  @ExtendWith(BrowserExtension.class)
  static class KilledAlways {

    @Test
    void dies(Browser browser) {
      RUNS.add("dies");
      kill(browser);
    }
  }

  @Test
  void aSecondCrashFailsTheTest() throws IOException {
    String report =
        "the browser crashed in " + KilledAlways.class.getName() + ".dies again, which fails";
    run(KilledAlways.class)
        .assertStatistics(all -> all.started(1).failed(1))
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(report))));
    assertThat(RUNS).hasSize(2);
    assertThat(reported()).hasSize(2).last().isEqualTo(report);
  }

  @ExtendWith(BrowserExtension.class)
  static class Fails {

    @Test
    void fails(Browser browser) {
      RUNS.add("fails");
      assertThat(browser.open(Layout.DESKTOP).evaluate("1 + 1")).isEqualTo(3);
    }

    @Test
    void complains(Browser browser) {
      RUNS.add("complains");
      browser
          .open(Layout.DESKTOP)
          .setContent("<!doctype html><script>console.error('broken')</script>");
    }
  }

  @Test
  void whatFailsWithoutACrashIsNotRunAgain() {
    run(Fails.class).assertStatistics(all -> all.started(2).failed(2));
    assertThat(RUNS).containsExactlyInAnyOrder("fails", "complains");
    assertThat(crashes()).doesNotExist();
  }

  @ExtendWith(BrowserExtension.class)
  static class FailsAgain {

    @Test
    void fails(Browser browser) {
      RUNS.add("fails");
      if (RUNS.size() == 1) kill(browser);
      assertThat(browser.open(Layout.DESKTOP).evaluate("1 + 1")).isEqualTo(3);
    }
  }

  @Test
  void whatFailsWhenItIsRunAgainFails() {
    run(FailsAgain.class)
        .assertStatistics(all -> all.started(1).failed(1))
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(said -> said.contains("expected: 3")))));
    assertThat(RUNS).hasSize(2);
  }

  @ExtendWith(BrowserExtension.class)
  static class PreparesEachTest {

    @BeforeEach
    void prepare() {}

    @Test
    void neverBegins(Browser browser) {
      RUNS.add(browser.toString());
    }
  }

  @Test
  void aClassWithMethodsAroundEachTestIsHandedNoBrowser() {
    run(PreparesEachTest.class)
        .assertStatistics(all -> all.started(1).failed(1))
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(said -> said.contains("methods that run around each test")))));
    assertThat(RUNS).isEmpty();
  }
}
