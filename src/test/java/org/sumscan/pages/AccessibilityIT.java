package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.testing.Accessibility;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Exhibition;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import org.sumscan.testing.TestWallet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith({SiteExtension.class, BrowserExtension.class})
class AccessibilityIT {

  private static final LocatorAssertions.HasCountOptions PATIENTLY =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);

  private static Map<String, String> pages(Site site) {
    Exhibition shown = site.exhibition();
    String pictures = "/models/31337/" + shown.pictures();
    String sample = "/samples/31337/" + shown.added().get(30) + "/0";
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("models", "/");
    pages.put("nothing found", "/?q=nothing+of+that+name");
    pages.put("model", pictures);
    pages.put("model by time", pictures + "?axis=time");
    pages.put("model of a stranger", "/models/31337/" + shown.hostile());
    pages.put("model without samples", "/models/31337/" + shown.untaught());
    pages.put("samples", "/samples");
    pages.put("samples filtered", pictures + "/samples?label=1");
    pages.put("sample", sample);
    pages.put("sample for an account", sample + "?account=" + shown.author());
    pages.put("sample of a stranger", "/samples/31337/" + shown.added().getLast() + "/0");
    pages.put("models listed", "/?incentive=deposit");
    pages.put("model asked", pictures + "?example=" + shown.added().getFirst() + ".0");
    pages.put("samples filtered closely", "/samples?status=refundable&minEth=0.0001&order=oldest");
    pages.put("account to be chosen", "/accounts");
    pages.put("register", "/register");
    pages.put("validation", validation(site));
    pages.put("transaction", transaction(site));
    pages.put("sign-in", "/sign-in");
    pages.put("record", pictures + "/record");
    pages.put("account", "/accounts/" + shown.author());
    pages.put("account unknown", "/accounts/0x00000000000000000000000000000000000000ff");
    pages.put("status", "/status");
    return pages;
  }

  /** The page of a check, soon to end. */
  private static String validation(Site site) {
    String question =
        "{\"chainId\":31337,\"address\":\"%s\"}".formatted(site.exhibition().untaught());
    return site.post("/api/v1/validations", question)
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .substring("/api/v1".length());
  }

  /** The page of a transaction that is followed, which puts it on its account's page too. */
  private static String transaction(Site site) {
    Exhibition shown = site.exhibition();
    String followed =
        """
        {"chainId":31337,"hash":"%s","account":"%s","purpose":"add-data","model":"%s"}
        """
            .formatted(shown.added().getFirst(), shown.author(), shown.pictures());
    JsonNode answer =
        JsonMapper.shared().readTree(site.post("/api/v1/transactions", followed).body());
    return answer.get("link").asString();
  }

  @ParameterizedTest
  @EnumSource
  void noPageShutsAnyoneOut(Layout layout, Site site, Browser browser) {
    TreeSet<String> faults = new TreeSet<>();
    Page page = browser.openForInspection(layout);
    pages(site)
        .forEach(
            (name, path) -> {
              page.navigate(site.url() + path);
              assertThat(page.locator("[data-state=running]")).hasCount(0, PATIENTLY);
              Accessibility.faults(page).forEach(fault -> faults.add(name + ": " + fault));
            });
    assertThat(faults).isEmpty();
  }

  @Test
  void refusalsShutNobodyOut(Site site, Browser browser) {
    Page page = browser.openForInspection(Layout.DESKTOP);
    page.navigate(site.url() + "/accounts/nobody");
    assertThat(Accessibility.faults(page)).isEmpty();
    page.navigate(site.url() + "/nowhere");
    assertThat(Accessibility.faults(page)).isEmpty();
    page.navigate(site.url() + "/samples?label=x&minEth=much");
    assertThat(Accessibility.faults(page)).isEmpty();
    page.navigate(site.url() + "/accounts?address=me");
    assertThat(Accessibility.faults(page)).isEmpty();
    assertThat(browser.awaitComplaints(page, 4)).as("the refusals themselves").hasSize(4);
  }

  /** A page of a visitor who has connected the wallet of the exhibition's author. */
  private static Page connected(Layout layout, Site site, Browser browser, String path) {
    Page page = browser.openForInspection(layout);
    new TestWallet(site.exhibition().chain(), Counter.AUTHOR).into(page);
    page.navigate(site.url() + path);
    Counter.connect(page);
    return page;
  }

  @ParameterizedTest
  @EnumSource
  void openClaimsShutNobodyOut(Layout layout, Site site, Browser browser) {
    Page page = connected(layout, site, browser, "/samples?status=refundable");
    assertThat(Accessibility.faults(page)).as("rows to select").isEmpty();
    page.locator(".pick-sample:enabled").first().check();
    page.locator(".claim-selected").click();
    page.locator("#plan button:has-text('Sign'), #plan button:has-text('Close')").first().waitFor();
    assertThat(Accessibility.faults(page)).as("plan").isEmpty();
    page.keyboard().press("Escape");
    String own = "/samples/31337/" + site.exhibition().added().get(40) + "/0";
    page.navigate(site.url() + own + "?account=" + site.exhibition().author());
    page.locator("#claim button[data-mode]:enabled").first().click();
    page.locator("#review .pairs, #review .notice").first().waitFor();
    assertThat(Accessibility.faults(page)).as("review").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void toastsShutNobodyOut(Layout layout, Site site, Browser browser) {
    Page page = connected(layout, site, browser, "/");
    page.evaluate(
        """
        () => localStorage.setItem("sumscan.transactions", JSON.stringify(
          ["final", "reverted", "replaced", "dropped"].map((state, i) => ({
            id: `t${i}`, chainId: 31337, hash: `0x${String(i + 1).repeat(64)}`, state, shown: true,
            what: "Refund of 0.5 ETH", reason: "The waiting time is not over yet.", at: Date.now() }))))
        """);
    page.reload();
    assertThat(page.locator("#toasts > li")).hasCount(4);
    assertThat(Accessibility.faults(page)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theRecordOfWhoeverIsSignedInShutsNobodyOut(Layout layout, Site site, Browser browser) {
    Page page = connected(layout, site, browser, "/sign-in");
    page.reload();
    page.locator("[data-sign-in]").click();
    page.getByText("You are signed in as").waitFor();
    assertThat(page.locator("#wallet-picker")).hasCount(0);
    assertThat(Accessibility.faults(page)).as("sign-in").isEmpty();
    page.navigate(site.url() + "/models/31337/" + site.exhibition().pictures() + "/record");
    page.locator("form textarea").first().waitFor();
    assertThat(Accessibility.faults(page)).as("record").isEmpty();
  }

  @Test
  void thePickerShutsNobodyOut(Site site, Browser browser) {
    Page page = browser.openForInspection(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator("button.connect").click();
    page.locator("#wallet-picker").waitFor();
    assertThat(Accessibility.faults(page)).isEmpty();
  }
}
