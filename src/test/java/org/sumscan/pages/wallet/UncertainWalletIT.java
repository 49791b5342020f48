package org.sumscan.pages.wallet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.pages.Counter;
import org.sumscan.testing.Browser;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;

/** A claim of which the wallet does not tell truly whether it was sent. */
@ExtendWith(BrowserExtension.class)
class UncertainWalletIT {

  private static final String SEND = "eth_sendTransaction";
  private static final String ANYONE = "report-anyone";
  private static final String NOBODYS = "0x" + "5afe".repeat(16);

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

  /** At a sample that the author can have refunded, connected. */
  private static Page atRefund(Browser browser, TestWallet wallet) {
    counter.mine(wallet.account());
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    assertThat(Counter.button(page, "refund")).isEnabled();
    return page;
  }

  /** The numbers of a picture, as one would type them. */
  private static String picture() {
    String path = "/api/v1" + Counter.path(counter.shown().added().get(3));
    return counter
        .site()
        .json(path)
        .at("/sample/features")
        .valueStream()
        .map(feature -> String.valueOf(feature.asLong() / 1e9))
        .collect(Collectors.joining(", "));
  }

  private static Locator toast(Page page) {
    return page.locator("#toasts > li");
  }

  private static long asked(TestWallet wallet) {
    return wallet.asked().stream().filter(SEND::equals).count();
  }

  @Test
  void whatWasSentAndThenDeniedIsNotSentAgain(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    BigInteger promised = Counter.promised(page, "refund");
    BigInteger before = wallet.balance();
    counter.chain().automine(false);
    wallet.instead(
        SEND,
        (question, usual) -> {
          usual.get();
          return TestWallet.error(-32603, "Internal JSON-RPC error.", "header not found");
        });
    Counter.sign(page, "refund");
    Locator status = page.locator("#review .wallet-status");
    assertThat(status).containsText("header not found");
    assertThat(status).containsText("It may have been sent all the same");
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#under-way")).containsText("header not found");
    assertThat(page.locator("#under-way")).containsText("both may be sent");
    assertThat(wallet.sent()).hasSize(1);
    page.reload();
    Counter.button(page, "refund").click();
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#under-way")).containsText("under way already");
    page.locator("#review").getByText("Close").click();
    counter.mine();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(toast(page)).hasCount(1);
    assertThat(asked(wallet)).isEqualTo(1);
    assertThat(wallet.balance())
        .isEqualTo(before.add(promised).subtract(counter.fee(wallet.sent().getLast())));
  }

  @Test
  void whatNobodyAnsweredIsFollowedAfterAReload(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    counter.chain().automine(false);
    wallet.instead(
        SEND,
        (question, usual) -> {
          usual.get();
          return TestWallet.silence();
        });
    Counter.sign(page, "refund");
    assertThat(page.locator("#review .wallet-status")).containsText("Waiting for your wallet");
    page.reload();
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    assertThat(toast(page)).containsText("The page was closed while the wallet was asked");
    counter.mine();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.sent()).hasSize(1);
  }

  @Test
  void aPromptThatIsOpenIsNotAskedASecondTime(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    wallet.instead(SEND, (question, usual) -> TestWallet.silence());
    Counter.sign(page, "refund");
    assertThat(page.locator("#review .wallet-status")).containsText("Waiting for your wallet");
    page.locator("#review").getByText("Cancel").click();
    Counter.sign(page, "refund");
    assertThat(page.locator("#under-way")).containsText("look at the wallet");
    assertThat(page.locator("#review").getByText("Sign again")).hasCount(0);
    assertThat(asked(wallet)).isEqualTo(1);
    assertThat(wallet.sent()).isEmpty();
  }

  @Test
  void aWalletThatIsAskedToConnectIsNotAskedASecondTime(Browser browser) {
    TestWallet wallet = author();
    wallet.instead("eth_requestAccounts", (question, usual) -> TestWallet.silence());
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + "/");
    for (int times = 0; times < 3; times++) {
      page.locator("#wallet button.connect").click();
      page.locator(".wallet-choice").click();
      page.locator("#wallet-picker").getByText("Close").click();
    }
    assertThat(wallet.asked().stream().filter("eth_requestAccounts"::equals)).hasSize(1);
  }

  @Test
  void aHashThatNobodySeesIsSettledByWhatTheChainShows(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    counter.chain().automine(false);
    wallet.instead(SEND, (question, usual) -> TestWallet.result(NOBODYS));
    Counter.sign(page, "refund");
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    page.reload();
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    Counter.sign(page, "refund");
    assertThat(page.locator("#under-way")).containsText("Not seen on the chain so far");
    page.locator("#review").getByText("Close").click();
    wallet.sendAsked();
    counter.mine();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(page.locator("#toasts a[href$='" + NOBODYS + "']")).hasCount(0);
    assertThat(toast(page)).containsText("You received");
  }

  @Test
  void toSignAgainIsAChoiceInSightOfAWarning(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    wallet.instead(SEND, (question, usual) -> TestWallet.error(-32000, "nonce too low"));
    Counter.sign(page, "refund");
    assertThat(page.locator("#review .wallet-status")).containsText("nonce too low");
    assertThat(wallet.sent()).isEmpty();
    wallet.behave(SEND);
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#under-way")).containsText("both may be sent");
    assertThat(wallet.sent()).isEmpty();
    page.locator("#review").getByText("Sign again all the same").click();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(toast(page)).hasCount(1);
    assertThat(wallet.sent()).hasSize(1);
  }

  @Test
  void aHashOfSomethingElseIsNotTakenForTheClaim(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    String other = counter.shown().added().getFirst().toString();
    counter.chain().automine(false);
    wallet.instead(SEND, (question, usual) -> TestWallet.result(other));
    Counter.sign(page, "refund");
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    assertThat(toast(page))
        .containsText("The transaction that the wallet named made no such claim");
    assertThat(page.locator("#toasts a[href$='" + other + "']")).hasCount(0);
    wallet.sendAsked();
    counter.mine();
    Counter.awaitState(page, wallet, "indexed");
  }

  @Test
  void aSampleThatMayHaveBeenAddedIsFoundByWhatItHolds(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 7);
    counter.mine();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + "/models/31337/" + counter.shown().pictures());
    Counter.connect(page);
    page.locator("#add-label").selectOption("2");
    page.locator("#add-input").fill(picture());
    counter.chain().automine(false);
    wallet.instead(
        SEND,
        (question, usual) -> {
          usual.get();
          return TestWallet.error(-32603, "Internal JSON-RPC error.", "timeout");
        });
    page.locator("#add button[data-script-only]").click();
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#review .wallet-status")).containsText("timeout");
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#under-way")).containsText("timeout");
    page.locator("#review").getByText("Close").click();
    counter.mine();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.sent()).hasSize(1);
  }

  @Test
  void whatCannotBeMadeAnyMoreEndsTheWait(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 6);
    TestWallet other = new TestWallet(counter.chain(), 8);
    counter.mine();
    String sample = counter.site().url() + counter.sampleFor(wallet.account(), ANYONE);
    wallet.instead(SEND, (question, usual) -> TestWallet.error(-32603, "Internal error"));
    Page page = counter.visit(browser, wallet);
    page.clock().install();
    page.navigate(sample);
    Counter.connect(page);
    Counter.sign(page, ANYONE);
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    page.locator("#review").getByText("Cancel").click();
    Page elsewhere = counter.visit(browser, other);
    elsewhere.navigate(sample);
    Counter.connect(elsewhere);
    Counter.sign(elsewhere, ANYONE);
    Counter.awaitState(elsewhere, other, "indexed");
    assertThat(toast(page)).hasAttribute("data-state", "unknown");
    page.clock().fastForward(61_000);
    assertThat(toast(page)).hasAttribute("data-state", "superseded");
    assertThat(toast(page)).containsText("holds no such claim of this account");
    assertThat(wallet.sent()).isEmpty();
  }

  @Test
  void whatASecondTabHasClaimedIsNotSignedInTheFirst(Browser browser) {
    TestWallet wallet = author();
    Page first = atRefund(browser, wallet);
    Counter.button(first, "refund").click();
    first.locator("#review .pairs").waitFor();
    Page second = first.context().newPage();
    wallet.into(second);
    counter.chain().automine(false);
    second.navigate(first.url());
    assertThat(second.locator("#wallet .wallet-menu")).isVisible();
    Counter.sign(second, "refund");
    Counter.awaitState(second, wallet, "sent");
    first.locator("#review").getByText("Sign in the wallet").click();
    assertThat(first.locator("#under-way")).containsText("Sent, waiting for a block");
    counter.mine();
    Counter.awaitState(second, wallet, "indexed");
    first.locator("#review").getByText("Sign again all the same").click();
    assertThat(first.locator("#review .notice.warn")).containsText("This cannot be signed now");
    assertThat(asked(wallet)).isEqualTo(1);
  }

  @Test
  void whatWasClaimedFromElsewhereIsNotSigned(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    Counter.button(page, "refund").click();
    page.locator("#review .pairs").waitFor();
    Page elsewhere = counter.visit(browser, wallet);
    elsewhere.navigate(page.url());
    Counter.connect(elsewhere);
    Counter.sign(elsewhere, "refund");
    Counter.awaitState(elsewhere, wallet, "indexed");
    page.locator("#review").getByText("Sign in the wallet").click();
    assertThat(page.locator("#review .notice.warn")).containsText("This cannot be signed now");
    assertThat(wallet.sent()).hasSize(1);
  }

  @Test
  void whatCameInIsSaidWithTheNewBalance(Browser browser) {
    TestWallet wallet = author();
    Page page = atRefund(browser, wallet);
    assertThat(page.locator("#wallet .balance")).hasText(Pattern.compile("[0-9.]+ ETH"));
    assertThat(page.locator("nav[aria-label=Main] a:has-text('Account')"))
        .hasAttribute("href", "/accounts/" + wallet.account().lowerCase());
    String promised = Counter.button(page, "refund").getAttribute("data-words");
    Counter.sign(page, "refund");
    Counter.awaitState(page, wallet, "indexed");
    for (String place : new String[] {"#claim .life", "#toasts .toast-brought"}) {
      assertThat(page.locator(place)).containsText("You received " + promised);
      assertThat(page.locator(place)).containsText("The account owns ");
    }
    String exact =
        new BigDecimal(wallet.balance()).movePointLeft(18).stripTrailingZeros().toPlainString();
    assertThat(page.locator("#wallet .balance")).hasAttribute("title", exact + " ETH");
  }
}
