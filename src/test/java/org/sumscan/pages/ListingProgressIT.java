package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.sumscan.Sumscan;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A model that is listed while the index is still reading the chain's past. */
@ExtendWith(BrowserExtension.class)
class ListingProgressIT {

  private static final int SAMPLES = 4;

  /** A site whose node keeps the index waiting until it is told to go on. */
  private static final class SlowSite implements AutoCloseable {

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final TestDatabase database = TestDatabase.create();
    private final Anvil anvil = Anvil.start();
    private final FakeNode node = FakeNode.before(anvil.url());
    private final DeployedModel model;
    private final ServletWebServerApplicationContext application;
    private final String url;

    SlowSite() {
      ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON);
      model = DeployedModel.of(anvil, kit);
      Random random = new Random(5);
      anvil.mine(400);
      for (int i = 0; i < SAMPLES; i++) anvil.receipt(model.add(i, kit.sample(random), i % 2));
      anvil.mine(100);
      node.bend("eth_getLogs", this::withheld);
      application =
          (ServletWebServerApplicationContext)
              new SpringApplicationBuilder(Sumscan.class)
                  .run(
                      "--spring.datasource.url=" + database.url(),
                      "--sumscan.chains[0].name=Slow",
                      "--sumscan.chains[0].rpc-urls=" + node.url(),
                      "--sumscan.demo.enabled=false",
                      "--server.address=127.0.0.1",
                      "--server.port=0");
      url = "http://127.0.0.1:" + application.getWebServer().getPort();
    }

    /**
     * The index, which asks about every contract, gets a few early blocks at a time, then waits.
     */
    private JsonNode withheld(JsonNode question, JsonNode answer) {
      JsonNode filter = question.at("/params/0");
      if (filter.has("address")) return answer;
      long from = Long.decode(filter.path("fromBlock").asString());
      long to = Long.decode(filter.path("toBlock").asString());
      if (to - from > 100) return FakeNode.error(question, -32005, "too many blocks");
      if (to < 300) return answer;
      try {
        return goesOn.await(2, TimeUnit.MINUTES)
            ? answer
            : FakeNode.error(question, -32000, "still busy");
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return FakeNode.error(question, -32000, "stopping");
      }
    }

    @Override
    public void close() {
      goesOn.countDown();
      application.close();
      node.close();
      anvil.close();
      database.close();
    }
  }

  @Test
  void showsHowFarItsPastIsAndItsSamplesOnceTheyAreRead(Browser browser) {
    try (SlowSite site = new SlowSite()) {
      showsProgress(site, browser);
    }
  }

  private static void showsProgress(SlowSite site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url + "/register");
    page.locator("#address").fill(site.model.trainer().toString());
    page.locator(".register button").click();
    page.waitForURL(Pattern.compile(".*/validations/.*"));
    String report = page.url();
    assertThat(page.locator(".verdict"))
        .containsText(
            "Nothing stands in the way",
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
    page.locator(".verdict button").click();
    page.waitForURL(site.url + "/models/31337/" + site.model.trainer());

    Locator progress = page.locator("#history");
    assertThat(progress).containsText("Its history is being read");
    assertThat(progress).containsText(Pattern.compile("[0-9]+ of [0-9]+ blocks are indexed"));
    assertThat(progress).containsText("0 samples found so far");
    int read = Integer.parseInt(progress.locator("progress").getAttribute("value"));
    int all = Integer.parseInt(progress.locator("progress").getAttribute("max"));
    assertThat(read).isBetween(50, all - 100);
    assertThat(all).isLessThanOrEqualTo((int) site.anvil.head() + 1);
    shoot(page, "listing-progress");

    Page plain = browser.openWithoutJavaScript(Layout.PHONE);
    plain.navigate(report);
    assertThat(plain.locator("#history")).containsText("Its history is being read");
    plain.navigate(site.url + "/models/31337/" + site.model.trainer());
    assertThat(plain.locator("#history progress")).isVisible();
    shoot(plain, "listing-progress-phone");

    site.goesOn.countDown();
    for (Page each : new Page[] {page, plain}) {
      assertThat(each.locator("table.samples tbody tr"))
          .hasCount(SAMPLES, new LocatorAssertions.HasCountOptions().setTimeout(90_000));
      assertThat(each.locator("#history"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(90_000));
    }
    assertThat(page.locator("#accuracy svg").first()).isVisible();
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }
}
