package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.kernel.Address;
import org.sumscan.ledger.Sample;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.AccountClaims;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Exhibition;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

@ExtendWith({SiteExtension.class, BrowserExtension.class})
class PagesIT {

  /** A picture behind a sample, which the site itself draws; other tests may have sent some. */
  private static final String OWN = "[src^='/samples/31337/0x'][src$='/original.png']";

  private static final String PHONE_OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static Map<String, String> pages(Site site) {
    Exhibition shown = site.exhibition();
    String pictures = "/models/31337/" + shown.pictures();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("models", "/");
    pages.put("models-none", "/?q=nothing+of+that+name");
    pages.put("model", pictures);
    pages.put("model-hostile", "/models/31337/" + shown.hostile());
    pages.put("model-untaught", "/models/31337/" + shown.untaught());
    pages.put("samples", "/samples");
    pages.put("samples-filtered", pictures + "/samples?label=1&claim=refunded&order=oldest");
    pages.put("sample", "/samples/31337/" + shown.added().getFirst() + "/0");
    pages.put("sample-hostile", "/samples/31337/" + shown.added().getLast() + "/0");
    pages.put("account", "/accounts/" + shown.author());
    pages.put("account-unknown", "/accounts/0x00000000000000000000000000000000000000ff");
    pages.put("status", "/status");
    return pages;
  }

  @ParameterizedTest
  @EnumSource
  void everyPageFitsEveryLayout(Layout layout, Site site, Browser browser) {
    pages(site)
        .forEach(
            (name, path) -> {
              Page page = browser.open(layout);
              page.navigate(site.url() + path);
              assertThat(page.locator("h1")).hasCount(1);
              assertThat(page.locator("#fresh")).containsText("indexed to block");
              assertThat((Integer) page.evaluate(PHONE_OVERFLOW)).as(name).isZero();
              page.screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(
                          Path.of(
                              "target/screenshots",
                              name + "-" + layout.name().toLowerCase(Locale.ROOT) + ".png")));
              page.close();
            });
  }

  @Test
  void everyPageShowsItsContentWithoutScripts(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    Map<String, List<String>> expected =
        Map.of(
            "models", List.of("Little pictures", "Nearest centroid", "60", "ETH"),
            "model", List.of("ring", "After 24 hours", "Valid of all good", "Latest samples"),
            "model-untaught", List.of("No samples yet", "Above the line"),
            "samples", List.of("Next 50", "Anyone can take", "CSV"),
            "sample",
                List.of("The contract answers", "Our replay answers", "Refund", "64 features"),
            "account", List.of("Paid in", "Refunded", "Earned", "Report"),
            "status", List.of("to the head", "Proven to", "127.0.0.1:", "Quarantine"));
    Map<String, String> paths = pages(site);
    expected.forEach(
        (name, words) -> {
          page.navigate(site.url() + paths.get(name));
          for (String each : words) assertThat(page.locator("body")).containsText(each);
        });
  }

  @Test
  void aVisitorWithoutScriptsNarrowsAndFilters(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator(".facets a", new Page.LocatorOptions().setHasText("Points")).click();
    page.waitForURL(Pattern.compile(".*/\\?incentive=points"));
    assertThat(page.locator("table.models tbody tr")).hasCount(1);

    page.navigate(site.url() + "/samples");
    page.locator(".filters summary").click();
    page.locator("input[name=sender]").fill(site.exhibition().author().toString());
    page.locator(".filters button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*sender=" + site.exhibition().author() + ".*"));
    assertThat(page.locator("table.samples tbody tr")).hasCount(26);
    page.locator(".chips a[href*='status=claimed']").click();
    assertThat(page.locator("table.samples tbody tr")).hasCount(5);
  }

  @Test
  void whatWasTypedWronglyStaysBesideTheMessage(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.PHONE);
    assertThat(site.get("/samples?sender=me&fromBlock=7").body())
        .contains("must be an address", "value=\"me\"", "value=\"7\"");
    page.navigate(site.url() + "/accounts");
    page.locator("#address").fill(site.exhibition().author().toString());
    page.locator(".ask button").click();
    page.waitForURL(site.url() + "/accounts/" + site.exhibition().author());
    assertThat(page.locator("main")).containsText("Pays now");
  }

  @Test
  void narrowsTheListWhileOneTypes(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator("#q").pressSequentially("pictures");
    page.waitForURL(Pattern.compile(".*q=pictures.*"));
    assertThat(page.locator("table.models tbody tr")).hasCount(1);
    page.locator("#q").fill("absent");
    assertThat(page.locator("#results")).containsText("No model matches");
    page.getByText("Look for it in samples").click();
    page.waitForURL(site.url() + "/samples?text=absent");
  }

  @Test
  void whatCanBeClaimedIsMarkedByColours(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/samples");
    Set<Object> colours = new HashSet<>();
    for (String tone : List.of("good", "warn", "bad")) {
      colours.add(
          page.locator(".flags .tag." + tone)
              .first()
              .evaluate("tag => getComputedStyle(tag).backgroundColor"));
    }
    assertThat(colours).hasSize(3);
  }

  @Test
  void pagesThroughSamplesAndBack(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/samples");
    assertThat(page.locator("table.samples tbody tr")).hasCount(50);
    page.locator(".pager a[rel=next]").click();
    page.waitForURL(Pattern.compile(".*cursor=.*"));
    assertThat(page.locator("table.samples tbody tr")).hasCount(15);
    assertThat(page.locator(".pager a[rel=next]")).hasCount(0);
    page.locator(".pager a").click();
    page.waitForURL(site.url() + "/samples");
  }

  @Test
  void textsOfStrangersAreOnlyShown(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.onDialog(
        dialog -> {
          throw new AssertionError("a stranger's script ran: " + dialog.message());
        });
    Exhibition shown = site.exhibition();
    for (String path :
        List.of(
            "/",
            "/models/31337/" + shown.hostile(),
            "/models/31337/" + shown.hostile() + "/samples",
            "/samples/31337/" + shown.added().getLast() + "/0",
            "/accounts/0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")) {
      page.navigate(site.url() + path);
      assertThat(page.locator("main")).containsText("<script>document.title='owned'</script>");
      assertThat(page).hasTitle(Pattern.compile("Sumscan$"));
      assertThat(page.locator("main script, main img:not(" + OWN + "), main b[onmouseover]"))
          .hasCount(0);
      assertThat(page.content()).doesNotContain("\u202E").doesNotContain("\u0000");
    }
    assertThat(site.get("/models/31337/" + shown.hostile()).body())
        .contains("{{1337*1337}} ${1337*1337} [[${1337*1337}]]")
        .doesNotContain("1787569");
  }

  @Test
  void theChartEndsWithTheNumbersBehindIt(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    String model = "/models/31337/" + site.exhibition().pictures();
    page.navigate(site.url() + model);
    page.locator(".table-behind summary").click();
    double last =
        site.json("/api/v1" + model + "/accuracy?series=prequential")
            .get("points")
            .get(59)
            .get("value")
            .asDouble();
    String percent = NumberText.percent(last);
    assertThat(page.locator(".table-behind tbody tr").last()).containsText(percent);
    assertThat(page.locator(".figures dd").first()).containsText(percent);
    assertThat(page.locator(".chart g.series")).hasCount(3);
    for (String axis : List.of("block", "time")) {
      page.locator(".choices a", new Page.LocatorOptions().setHasText(axis)).click();
      page.waitForURL(Pattern.compile(".*axis=" + axis + ".*"));
    }
  }

  @Test
  void answersWhatTheModelSaysOfFeatures(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + "/models/31337/" + site.exhibition().untaught());
    page.locator("#features").fill("1000000000, 0");
    page.locator("#predict button").click();
    assertThat(page.locator("#predict")).containsText("The contract answers: yes");
    assertThat(page.locator("#predict")).containsText("Our replay answers: yes");
    assertThat(page.locator("#predict")).containsText("As of block");
    page.locator("#features").fill("1, 2, 3");
    page.locator("#predict button").click();
    assertThat(page.locator("#predict")).containsText("refuses");
  }

  @Test
  void theKeyboardReachesTheContentFirst(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Skip to the content");
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void aChosenThemeStays(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator("button.theme").click();
    page.locator("button.theme").click();
    page.navigate(site.url() + "/status");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(13, 17, 20)");
  }

  @Test
  void agesGoOnCountingAndCopyingIsAnnounced(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/models/31337/" + site.exhibition().pictures());
    page.locator("button.copy").first().click();
    assertThat(page.locator("#announce")).not().isEmpty();
    assertThat(page.locator("#fresh [data-age]")).hasText(Pattern.compile("ago$"));
  }

  @Test
  void aChipLeavesTheFiltersShutAndAFilterOpensThem(Site site, Browser browser) {
    for (boolean scripts : new boolean[] {true, false}) {
      Page page =
          scripts ? browser.open(Layout.PHONE) : browser.openWithoutJavaScript(Layout.PHONE);
      page.navigate(site.url() + "/samples");
      page.locator(".chips a[href*='status=refundable']").click();
      page.waitForURL(Pattern.compile(".*status=refundable.*"));
      assertThat(page.locator(".filters button[type=submit]")).isHidden();
      page.navigate(site.url() + "/samples?status=refundable&fromBlock=1");
      assertThat(page.locator(".filters button[type=submit]")).isVisible();
      assertThat(page.locator(".filters summary")).hasText("Filters: from block 1");
      assertThat(page.locator(".filters").boundingBox().height).isLessThan(640);
    }
  }

  @Test
  void theMenuFitsInOneLineOfAPhone(Site site, Browser browser) {
    Page page = browser.open(Layout.PHONE);
    page.navigate(site.url() + "/register");
    Set<Object> heights = new HashSet<>();
    for (Locator link : page.locator(".top nav a").all()) heights.add(link.boundingBox().height);
    assertThat(heights).hasSize(1);
    assertThat(page.locator(".top nav").boundingBox().height).isLessThan(48);
  }

  @Test
  void aNewcomerReadsWhatAModelTakes(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    for (String taken : List.of("decimal numbers", "whole numbers", "encoded numbers")) {
      assertThat(page.locator("table.models")).containsText("Takes " + taken);
    }
    page.navigate(site.url() + "/models/31337/" + site.exhibition().untaught());
    assertThat(page.locator("[aria-labelledby=parts-title]"))
        .containsText("Whole numbers go to the contract as they are.");
  }

  @Test
  void whatIsStillToComeIsNotCrowdedOutByWhatHasCome(Site site) {
    AccountClaims claims = site.part("accountClaims", AccountClaims.class);
    Address author = site.exhibition().author();
    List<Sample> all = claims.open(author, 100);
    long now = anyoneFrom(all.get(all.size() / 2));
    List<Sample> later = all.stream().filter(sample -> anyoneFrom(sample) > now).toList();
    assertThat(later).isNotEmpty();
    assertThat(claims.upcoming(author, now, 100))
        .extracting(Sample::log)
        .isEqualTo(later.stream().map(Sample::log).toList());
    assertThat(claims.upcoming(author, now, 1))
        .extracting(Sample::log)
        .containsExactly(later.getFirst().log());
    assertThat(site.get("/accounts/" + author).body()).contains("upcoming-title");
  }

  private static long anyoneFrom(Sample sample) {
    return Objects.requireNonNull(sample.open()).anyoneFrom();
  }

  /** The transaction that refunded the first sample. */
  private static String refund(Site site) {
    String sample = "/samples/31337/" + site.exhibition().added().getFirst() + "/0";
    Matcher claim =
        Pattern.compile("id=\"claims-title\".*?data-copy=\"(0x[0-9a-f]{64})\"", Pattern.DOTALL)
            .matcher(site.get(sample).body());
    assertThat(claim.find()).isTrue();
    return claim.group(1);
  }

  @Test
  void theSearchAtTheHeadLeadsToWhatIsNamed(Site site, Browser browser) {
    Page page = browser.open(Layout.PHONE);
    Map<String, String> targets =
        Map.of(
            site.exhibition().pictures().lowerCase(),
            "/models/31337/" + site.exhibition().pictures(),
            site.exhibition().author().toString(),
            "/accounts/" + site.exhibition().author(),
            "above",
            "/?q=above",
            "absent from all",
            "/?q=absent+from+all",
            site.exhibition().added().get(7).toString(),
            "/samples/31337/" + site.exhibition().added().get(7) + "/0",
            refund(site),
            "/samples/31337/" + site.exhibition().added().getFirst() + "/0",
            "1,007",
            "/samples?fromBlock=1007&toBlock=1007",
            "block 20",
            "/samples?fromBlock=20&toBlock=20");
    targets.forEach(
        (text, target) -> {
          page.navigate(site.url() + "/");
          page.locator(".find input").fill(text);
          page.keyboard().press("Enter");
          page.waitForURL(site.url() + target);
        });
  }
}
