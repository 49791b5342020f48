package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Address;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(BrowserExtension.class)
class TransactionLifeIT {

  private static final int FINAL_AFTER = 70;
  private static final Pattern REASON_AND_REMEDY = Pattern.compile(".{101}", Pattern.DOTALL);

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

  /** A page whose visitor has just signed, while no block is made. */
  private static Page signedInNoBlock(Browser browser, TestWallet wallet, String mode) {
    mineWhatWaits();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), mode));
    Counter.connect(page);
    assertThat(Counter.button(page, mode)).isEnabled();
    counter.chain().automine(false);
    Counter.sign(page, mode);
    Counter.awaitState(page, wallet, "sent");
    String followed = "/api/v1/transactions/31337/" + wallet.sent().getLast();
    page.waitForCondition(() -> counter.site().get(followed).statusCode() == 200);
    return page;
  }

  /** Brings what a test left waiting that broke off into a block and the index. */
  private static void mineWhatWaits() {
    mine();
    long head = counter.chain().head();
    Waiting.until(
        "block " + head + " is indexed",
        () -> counter.site().json("/api/v1/status").at("/chains/0/indexedTo"),
        block -> block.asLong(-1) >= head);
  }

  private static void mine() {
    counter.chain().mine(1);
    counter.chain().automine(true);
  }

  @Test
  void aReloadInTheMiddleLosesNothing(Browser browser) {
    TestWallet wallet = author();
    Page page = signedInNoBlock(browser, wallet, "refund");
    page.reload();
    Counter.awaitState(page, wallet, "sent");
    mine();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(page.locator("#announce")).containsText("In a block and indexed");
    counter.chain().mine(FINAL_AFTER);
    Counter.awaitState(page, wallet, "final");
    Counter.toast(page, wallet.sent().getLast()).locator(".close").click();
    page.waitForResponse(
        response -> response.url().contains("/api/v1/transactions?account="), page::reload);
    assertThat(page.locator("#wallet code")).isVisible();
    assertThat(Counter.toast(page, wallet.sent().getLast())).hasCount(0);
  }

  @Test
  void aSecondDeviceSeesWhatTheFirstHasSent(Browser browser) {
    TestWallet wallet = author();
    signedInNoBlock(browser, wallet, "refund");
    Page second = counter.visit(browser, wallet);
    second.navigate(counter.site().url() + "/");
    Counter.connect(second);
    Counter.awaitState(second, wallet, "sent");
    second.navigate(counter.site().url() + "/accounts/" + wallet.account());
    assertThat(runningOnThePage(second, wallet)).containsText("Sent, waiting for a block");
    mine();
    Counter.awaitState(second, wallet, "indexed");
    second.reload();
    assertThat(runningOnThePage(second, wallet)).containsText("In a block and indexed");
  }

  private static Locator runningOnThePage(Page account, TestWallet wallet) {
    return account.locator(
        "tr[data-transaction-state]:has(a[href$='" + wallet.sent().getLast() + "'])");
  }

  @Test
  void theServerIsToldTheNonceOnWhichItCanTellOfWhatItNeverSaw(Browser browser) {
    TestWallet wallet = author();
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    assertThat(Counter.button(page, "refund")).isEnabled();
    Request told =
        page.waitForRequest(
            request -> request.url().endsWith("/api/v1/transactions"),
            () -> Counter.sign(page, "refund"));
    JsonNode sent =
        counter.chain().call("eth_getTransactionByHash", wallet.sent().getLast().toString());
    assertThat(told.postData()).contains("\"nonce\":" + Long.decode(sent.get("nonce").asString()));
    Counter.awaitState(page, wallet, "indexed");
  }

  @Test
  void itsPageKeepsItselfUpToDateWithAndWithoutScriptsUntilItIsFinal(Browser browser) {
    TestWallet wallet = author();
    signedInNoBlock(browser, wallet, "refund");
    String path = counter.site().url() + "/transactions/31337/" + wallet.sent().getLast();
    Page plain = browser.openWithoutJavaScript(Layout.PHONE);
    Page scripted = browser.open(Layout.DESKTOP);
    for (Page page : List.of(plain, scripted)) {
      page.navigate(path);
      assertThat(page.locator(".status.big")).hasText("Sent, waiting for a block");
    }
    mine();
    for (Page page : List.of(plain, scripted)) {
      assertThat(page.locator(".status.big")).hasText("In a block and indexed");
    }
    counter.chain().mine(FINAL_AFTER);
    for (Page page : List.of(plain, scripted)) {
      assertThat(page.locator(".status.big")).hasText("Final");
      assertThat(page.locator("#again")).hasCount(0);
      assertThat(page.locator("#content[hx-get]")).hasCount(0);
    }
    assertThat(plain.content()).doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void aTransactionThatWasSpedUpIsFollowedToWhatReplacedIt(Browser browser) {
    TestWallet wallet = author();
    Page page = signedInNoBlock(browser, wallet, "refund");
    String other = wallet.replaceLast(false).toString();
    mine();
    assertThat(page.locator("#toasts > li[data-state=replaced] a[href$='" + other + "']"))
        .isVisible();
    Counter.awaitState(page, wallet, "indexed");
  }

  @Test
  void aTransactionThatWasCancelledIsCalledSo(Browser browser) {
    TestWallet wallet = author();
    Page page = signedInNoBlock(browser, wallet, "refund");
    wallet.replaceLast(true);
    mine();
    Counter.awaitState(page, wallet.sent().getFirst(), "cancelled");
  }

  @Test
  void aRevertedTransactionSaysWhyAndWhatToDo(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 6);
    Page page = signedInNoBlock(browser, wallet, "report-anyone");
    takeFirst(page, counter.chain().accounts().get(8));
    mine();
    Counter.awaitState(page, wallet, "reverted");
    Locator words = Counter.toast(page, wallet.sent().getLast()).locator(".toast-words");
    assertThat(words).containsText("the contract refused it");
    assertThat(words).hasText(REASON_AND_REMEDY);
  }

  /** Someone else claims the same, and pays more to be first in the block. */
  private static void takeFirst(Page page, Address other) {
    String path = page.url().substring(counter.site().url().length()).replaceAll("[?#].*", "");
    JsonNode draft =
        JsonMapper.shared()
            .readTree(
                counter
                    .site()
                    .post(
                        "/api/v1" + path + "/claims",
                        "{\"account\":\"%s\",\"mode\":\"report-anyone\"}".formatted(other))
                    .body())
            .get("transaction");
    counter
        .chain()
        .call(
            "eth_sendTransaction",
            Map.of(
                "from", other.toString(),
                "to", draft.get("to").asString(),
                "data", draft.get("data").asString(),
                "gas", "0x2dc6c0",
                "gasPrice", "0x174876e800"));
  }

  @Test
  void aReorganisationAfterInclusionIsNamedAndTheClaimOfferedAgain(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 2);
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + counter.sampleFor(wallet.account(), "refund"));
    Counter.connect(page);
    assertThat(Counter.button(page, "refund")).isEnabled();
    Counter.sign(page, "refund");
    Counter.awaitState(page, wallet, "indexed");
    assertThat(Counter.button(page, "refund")).isDisabled();
    counter.chain().reorg(1);
    counter.chain().mine(1);
    Counter.awaitState(page, wallet, "reorged");
    assertThat(Counter.button(page, "refund")).isEnabled();
    assertThat(wallet.sent()).hasSize(1);
  }
}
