package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.testing.Accessibility;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;

@ExtendWith(BrowserExtension.class)
class WalletIT {

  private static final Pattern LABELLED =
      Pattern.compile("labelled “(ring|bar|beam)” \\(class [012]\\)");

  private static Counter counter;

  @BeforeAll
  static void open() {
    counter = new Counter();
  }

  @AfterAll
  static void close() {
    counter.close();
  }

  private static TestWallet author() {
    return new TestWallet(counter.chain(), Counter.AUTHOR);
  }

  private static void isPaidAsPromised(String mode, Browser browser, TestWallet wallet) {
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), mode));
    Counter.connect(page);
    assertThat(Counter.button(page, mode)).isEnabled();
    BigInteger promised = Counter.promised(page, mode);
    BigInteger before = wallet.balance();
    Counter.sign(page, mode);
    Counter.awaitState(page, wallet, "indexed");
    assertThat(promised).isPositive();
    assertThat(wallet.balance())
        .isEqualTo(before.add(promised).subtract(counter.fee(wallet.sent().getLast())));
    assertThat(page.locator("#claims-title ~ table"))
        .containsText(wallet.account().toString().substring(0, 8));
  }

  @Test
  void anAuthorIsRefundedToTheWei(Browser browser) {
    isPaidAsPromised("refund", browser, author());
  }

  @Test
  void aReporterGetsHisShareToTheWei(Browser browser) {
    isPaidAsPromised("report-share", browser, author());
  }

  @Test
  void anyoneTakesWhatIsLeftToTheWei(Browser browser) {
    isPaidAsPromised("report-anyone", browser, new TestWallet(counter.chain(), 6));
  }

  @Test
  void theKeyboardAloneCanRefund(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    BigInteger before = wallet.balance();
    pressOn(page, ".connect");
    assertThat(page.locator("#wallet-picker .wallet-choice")).isFocused();
    page.keyboard().press("Enter");
    assertThat(Counter.button(page, "refund")).isEnabled();
    BigInteger promised = Counter.promised(page, "refund");
    pressOn(page, "[data-mode=refund]");
    assertThat(page.locator("#review button").first()).isFocused();
    assertThat(page.locator("#review button").first()).hasText("Sign in the wallet");
    page.keyboard().press("Enter");
    Counter.awaitState(page, wallet, "indexed");
    assertThat(page.locator("#claim .life")).isFocused();
    assertThat(page.locator("#claim .life")).containsText("In a block and indexed");
    assertThat(wallet.balance())
        .isEqualTo(before.add(promised).subtract(counter.fee(wallet.sent().getLast())));
    pressOn(page, "#toasts > li:has(a[href$='" + wallet.sent().getLast() + "']) .close");
    assertThat(Counter.toast(page, wallet.sent().getLast())).hasCount(0);
  }

  /** Tabs to an element as one does without a mouse. */
  private static void pressOn(Page page, String element) {
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("name => document.activeElement.matches(name)", element)) {
        page.keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + element);
  }

  @Test
  void nothingIsAskedOfAWalletUnlessTheVisitorAsks(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.clock().install();
    for (String path : List.of("/samples", counter.sampleFor(wallet.account(), "refund"))) {
      page.navigate(counter.site().url() + path);
      page.clock().runFor(Counter.LONG_MS);
      assertThat(page.locator("#wallet button.connect")).isVisible();
    }
    assertThat(wallet.asked()).isEmpty();
  }

  @Test
  void aWalletIsRememberedUntilItIsDisconnected(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + "/samples");
    Counter.connect(page);
    page.locator(".chip-mine a").click();
    page.waitForURL(Pattern.compile(".*account=" + wallet.account().lowerCase() + "&mine=yes"));
    assertThat(page.locator(".chip-mine a")).hasAttribute("aria-current", "true");
    assertThat(page.locator("table.samples tbody tr")).hasCount(26);
    page.locator(".chip-mine a").click();
    page.waitForURL(counter.site().url() + "/samples");
    assertThat(page.locator("table.samples tbody tr")).hasCount(50);
    page.navigate(counter.site().url() + "/");
    assertThat(page.locator("#wallet code")).hasText(brief(wallet));
    assertThat(wallet.asked().stream().filter("eth_requestAccounts"::equals)).hasSize(1);
    page.locator("#wallet summary").click();
    page.getByText("Disconnect").click();
    assertThat(page.locator("#wallet button.connect")).isVisible();
    page.clock().install();
    page.reload();
    page.clock().runFor(Counter.LONG_MS);
    assertThat(page.locator("#wallet button.connect")).isVisible();
  }

  @Test
  void aButtonWaitsForTheWalletOfThePageBefore(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.addInitScript(
        """
        (() => {
          const ask = window.askTestWallet;
          const allowed = new Promise((resolve) => (window.letWalletAnswer = resolve));
          window.askTestWallet = async (question) => {
            const slow = location.pathname.startsWith("/samples/") && question.includes("eth_accounts");
            if (slow) await allowed;
            return ask(question);
          };
        })();
        """);
    page.navigate(counter.site().url() + "/");
    Counter.connect(page);
    page.navigate(
        counter.site().url()
            + counter.sampleFor(wallet.account(), "refund")
            + "?account="
            + wallet.account());
    Counter.button(page, "refund").click();
    page.evaluate("letWalletAnswer()");
    page.locator("#review .pairs").waitFor();
    assertThat(page.locator("#wallet-picker")).hasCount(0);
    assertThat(wallet.asked().stream().filter("eth_requestAccounts"::equals)).hasSize(1);
  }

  @Test
  void aChainThatOnlyBearsOurNumberIsNotSignedOn(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    wallet.answerBlocks(TestWallet.Blocks.OTHERS);
    Counter.sign(page, "refund");
    assertThat(page.locator("#review .wallet-status"))
        .containsText("another chain that also has the number 31337");
    wallet.answerBlocks(TestWallet.Blocks.NONE);
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#review .wallet-status")).containsText("does not know block");
    assertThat(wallet.sent()).isEmpty();
    wallet.answerBlocks(TestWallet.Blocks.OURS);
    page.locator("#review").getByText("Sign in the wallet").click();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.asked()).contains("eth_getBlockByNumber");
  }

  private static String brief(TestWallet wallet) {
    String account = wallet.account().toString();
    return account.substring(0, 6) + "…" + account.substring(account.length() - 4);
  }

  @Test
  void aChangeOfAccountIsFollowed(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    assertThat(Counter.button(page, "refund")).isEnabled();
    String other = counter.chain().accounts().get(7).lowerCase();
    page.evaluate("other => window.testWalletSays('accountsChanged', [other])", other);
    assertThat(Counter.button(page, "refund")).isDisabled();
    assertThat(page.locator("#claim"))
        .containsText("Only the account that added a sample can be refunded.");
    page.evaluate("window.testWalletSays('accountsChanged', [])");
    assertThat(page.locator("#wallet button.connect")).isVisible();
    page.evaluate("other => window.testWalletSays('accountsChanged', [other])", other);
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    page.evaluate("window.testWalletSays('accountsChanged', [])");
    assertThat(page.locator("#wallet button.connect")).isVisible();
    page.reload();
    assertThat(page.locator("#wallet code")).hasText(brief(wallet));
  }

  @Test
  void toDeclineIsAChoiceAndNoError(Browser browser) {
    TestWallet wallet = author();
    wallet.declineNext("eth_requestAccounts");
    wallet.declineNext("eth_sendTransaction");
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    page.locator("#wallet button.connect").click();
    page.locator(".wallet-choice").click();
    assertThat(page.locator("#wallet-picker .wallet-status")).containsText("You declined");
    page.locator(".wallet-choice").click();
    Counter.sign(page, "refund");
    assertThat(page.locator("#review .wallet-status"))
        .hasText("You declined in the wallet. Nothing was sent.");
    assertThat(wallet.sent()).isEmpty();
    page.locator("#review").getByText("Sign in the wallet").click();
    Counter.awaitState(page, wallet, "indexed");
  }

  @Test
  void aWalletOnAnotherChainIsBroughtToOurs(Browser browser) {
    TestWallet wallet = author();
    wallet.standOn(1, true);
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    Counter.sign(page, "refund");
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.asked()).contains("wallet_switchEthereumChain");
    assertThat(wallet.asked()).doesNotContain("wallet_addEthereumChain");
  }

  @Test
  void aWalletThatDoesNotKnowOurChainIsOfferedItsPublicAddressOnly(Browser browser) {
    TestWallet wallet = author();
    wallet.standOn(1, false);
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    Counter.sign(page, "refund");
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.lastAsked("wallet_addEthereumChain").at("/params/0/rpcUrls/0").asString())
        .isEqualTo("https://rpc.example/");
    assertThat(wallet.lastAsked("wallet_addEthereumChain").toString())
        .doesNotContain(counter.shown().url().getAuthority());
  }

  @Test
  void withoutScriptsTheChecklistIsReadAllTheSame(Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(counter.site().url() + counter.sampleFor(author().account(), "refund"));
    page.locator("#claim input[name=account]").fill(author().account().toString());
    page.locator("#claim button[type=submit]").click();
    assertThat(page.locator("#claim .mode.allowed h3").first()).hasText("Refund");
    assertThat(page.locator("#claim")).containsText("The model agrees with the label");
    assertThat(page.locator("#claim")).containsText("as of block");
    assertThat(Counter.button(page, "refund")).isHidden();
    page.locator("#claim input[name=account]").fill("0x12");
    page.locator("#claim button[type=submit]").click();
    assertThat(page.locator("#claim-complaint")).containsText("That is no account");
  }

  @Test
  void whatIsAskedBeforeSigningShutsNobodyOut(Browser browser) {
    TestWallet wallet = author();
    for (Layout layout : Layout.values()) {
      Page page = browser.openForInspection(layout);
      wallet.into(page);
      page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
      Counter.connect(page);
      assertThat(Counter.button(page, "refund")).isEnabled();
      assertThat(Accessibility.faults(page)).as("claims, " + layout).isEmpty();
      Pictures.take(page, "claim-" + layout);
      Counter.button(page, "refund").click();
      page.locator("#review .pairs").waitFor();
      assertThat(page.locator("#review .pairs")).containsText(LABELLED);
      assertThat(Accessibility.faults(page)).as("review, " + layout).isEmpty();
      Pictures.take(page, "review-" + layout);
      page.keyboard().press("Escape");
      assertThat(page.locator("#review")).hasCount(0);
    }
  }
}
