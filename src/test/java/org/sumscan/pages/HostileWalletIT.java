package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

/** Whoever runs in the visitor's browser as a wallet can annoy, and no more. */
@ExtendWith({SiteExtension.class, BrowserExtension.class})
class HostileWalletIT {

  private static final Pattern SHORT = Pattern.compile("^.{0,49}$");

  /** Announces a wallet by an expression for its details. */
  private static void announce(Page page, String detail) {
    page.addInitScript(
        """
        (() => {
          let made;
          const announce = () => dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: (made ??= %s) }));
          addEventListener("eip6963:requestProvider", announce);
        })();
        """
            .formatted(detail));
  }

  private static String wallet(String name, String icon, String request) {
    return "{ info: { uuid: 'same', name: %s, rdns: 'evil.wallet', icon: %s }, provider: { request: %s } }"
        .formatted(name, icon, request);
  }

  private static Page opened(Browser browser, Site site, String... details) {
    Page page = browser.open(Layout.DESKTOP);
    for (String detail : details) announce(page, detail);
    page.navigate(site.url() + "/samples/31337/" + site.exhibition().added().get(40) + "/0");
    page.locator("#wallet button.connect").click();
    return page;
  }

  @Test
  void onlyPicturesThatAreDataAreShownAndNothingIsLoaded(Site site, Browser browser) {
    List<String> loaded = new ArrayList<>();
    Page page = browser.open(Layout.DESKTOP);
    page.onRequest(request -> loaded.add(request.url()));
    announce(page, wallet("'a'", "'https://evil.example/a.png'", "async () => []"));
    announce(page, wallet("'b'", "'javascript:alert(1)'", "async () => []"));
    announce(page, wallet("'c'", "'data:text/html,<script>alert(1)</script>'", "async () => []"));
    announce(
        page,
        wallet(
            "'d'",
            "`data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'"
                + " onload='document.title=1'><script>alert(1)</script></svg>`",
            "async () => []"));
    page.navigate(site.url() + "/");
    page.locator("#wallet button.connect").click();
    assertThat(page.locator(".wallet-choice")).hasCount(4);
    assertThat(page.locator(".wallet-choice img")).hasCount(1);
    assertThat(loaded).allMatch(url -> url.startsWith(site.url()) || url.startsWith("data:image/"));
    assertThat(page).hasTitle(Pattern.compile("Sumscan$"));
  }

  @Test
  void namesAreTextOfOneLine(Site site, Browser browser) {
    Page page =
        opened(
            browser,
            site,
            wallet("'<img src=x onerror=alert(1)>' + 'x'.repeat(100000)", "''", "async () => []"),
            wallet("'\\u202Eevil\\n\\n' + '\\u0000'", "''", "async () => []"),
            wallet("{ toString() { throw 1; } }", "''", "async () => []"));
    assertThat(page.locator(".wallet-choice bdi").first()).containsText("<img src=x");
    assertThat(page.locator(".wallet-choice bdi").first()).hasText(SHORT);
    assertThat(page.locator(".wallet-choice bdi").nth(1)).hasText("evil");
    assertThat(page.locator(".wallet-choice bdi").nth(2)).hasText("A wallet without a name");
  }

  @Test
  void announcementsThatThrowAreLeftOutAndFloodsEnd(Site site, Browser browser) {
    Page page =
        opened(
            browser,
            site,
            "{ get info() { throw new Error('a trap'); } }",
            "null",
            "{ info: {}, provider: { get request() { throw 1; } } }",
            wallet("'Good'", "''", "async () => []"),
            "(() => { for (let i = 0; i < 500; i++) dispatchEvent(new"
                + " CustomEvent('eip6963:announceProvider', { detail: "
                + wallet("'Flood ' + i", "''", "async () => []")
                + " })); return null; })()");
    assertThat(page.locator(".wallet-choice")).hasCount(20);
    assertThat(page.locator(".wallet-choice").first()).containsText("Good");
  }

  @Test
  void wrongAnswersAreSaidInWords(Site site, Browser browser) {
    Page page =
        opened(
            browser,
            site,
            wallet("'Throws'", "''", "() => { throw null; }"),
            wallet("'Strange'", "''", "async () => ({ length: 1, 0: 'x' })"),
            wallet(
                "'Talks'",
                "''",
                "async () => { throw { code: 7, message: '<b>' + 'x'.repeat(9999) }; }"));
    for (String name : List.of("Throws", "Strange", "Talks")) {
      page.locator(".wallet-choice", new Page.LocatorOptions().setHasText(name)).click();
      assertThat(page.locator(".wallet-status")).containsText("The wallet");
      assertThat(page.locator(".wallet-status")).hasText(Pattern.compile("^The wallet.{0,290}$"));
    }
    assertThat(page.locator(".wallet-status b")).hasCount(0);
    assertThat(page.locator("#wallet button.connect")).hasCount(1);
  }

  @Test
  void aLyingChainIsNotBelieved(Site site, Browser browser) {
    String account = site.exhibition().author().toString();
    Page page =
        opened(
            browser,
            site,
            wallet(
                "'Liar'",
                "''",
                "async ({ method }) => method === 'eth_chainId' ? '0x7a69 or so' :"
                    + " method.includes('ccounts') ? ['"
                    + account
                    + "'] : '0x' + '0'.repeat(64)"));
    page.locator(".wallet-choice").click();
    assertThat(Counter.button(page, "report-share")).isEnabled();
    Counter.sign(page, "report-share");
    assertThat(page.locator("#review .wallet-status")).containsText("still on another chain");
    assertThat(page.locator("#toasts > li")).hasCount(0);
  }

  @Test
  void twoThatCannotBeToldApartAreNeverConnectedUnasked(Site site, Browser browser) {
    String accounts = "async () => ['" + site.exhibition().author() + "']";
    Page page = opened(browser, site, wallet("'One'", "''", accounts));
    page.locator(".wallet-choice").click();
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    page.clock().install();
    page.reload();
    page.clock().runFor(Counter.LONG_MS);
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    announce(page, wallet("'One'", "''", accounts));
    page.reload();
    page.clock().runFor(Counter.LONG_MS);
    assertThat(page.locator("#wallet button.connect")).isVisible();
  }

  @Test
  void theWalletThatWasChosenGoesOnThoughAnotherBearsItsName(Site site, Browser browser) {
    String first = site.exhibition().chain().accounts().get(2).toString();
    String second = site.exhibition().chain().accounts().get(3).toString();
    Page page =
        opened(
            browser,
            site,
            wallet("'Alike'", "''", "async () => ['" + first + "']"),
            wallet("'Alike'", "''", "async () => ['" + second + "']"));
    assertThat(page.locator(".wallet-choice")).hasCount(2);
    page.locator(".wallet-choice").nth(1).click();
    for (int pages = 0; pages < 3; pages++) {
      assertThat(page.locator("#wallet code")).hasAttribute("title", second);
      page.reload();
    }
    assertThat(page.locator("#wallet code")).hasAttribute("title", second);
  }

  @Test
  void oneWalletIsOneChoiceHoweverOftenItAnnouncesItself(Site site, Browser browser) {
    Page page = browser.open(Layout.DESKTOP);
    page.addInitScript(
        """
        (() => {
          const provider = { request: async () => ['%s'] };
          window.ethereum = provider;
          let count = 0;
          const announce = () => {
            for (let i = 0; i < 3; i++) {
              const info = { uuid: `id ${count++}`, name: `Wallet ${count}`, rdns: 'one.wallet', icon: '' };
              dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: { info, provider } }));
            }
          };
          addEventListener("eip6963:requestProvider", announce);
          announce();
        })();
        """
            .formatted(site.exhibition().author()));
    page.navigate(site.url() + "/");
    page.locator("#wallet button.connect").click();
    assertThat(page.locator(".wallet-choice")).hasCount(1);
    page.locator(".wallet-choice").click();
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    page.reload();
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    assertThat(page.locator("#wallet button.connect")).hasCount(0);
  }
}
