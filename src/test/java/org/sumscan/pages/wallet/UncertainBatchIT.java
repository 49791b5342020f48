package org.sumscan.pages.wallet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Hash32;
import org.sumscan.pages.Counter;
import org.sumscan.testing.Browser;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;

/** Claims under one signature of which the wallet does not tell truly what became of them. */
@ExtendWith(BrowserExtension.class)
class UncertainBatchIT {

  private static final String SEND = "wallet_sendCalls";
  private static final String STATUS = "wallet_getCallsStatus";
  private static final int OTHER = 2;
  private static final Pattern OPEN = Pattern.compile("^Open$");
  private static final LocatorAssertions.ContainsTextOptions LONG =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static Counter counter;

  @BeforeAll
  static void open() {
    counter = new Counter();
  }

  @AfterAll
  static void close() {
    counter.close();
  }

  private static TestWallet wallet(int account) {
    TestWallet wallet = new TestWallet(counter.chain(), account);
    wallet.offerBatches();
    return wallet;
  }

  private static Page list(Browser browser, TestWallet wallet) {
    counter.mine(wallet.account());
    Page page = counter.visit(browser, wallet);
    page.navigate(
        counter.site().url()
            + "/models/31337/"
            + counter.shown().pictures()
            + "/samples?sender="
            + wallet.account()
            + "&order=oldest");
    Counter.connect(page);
    return page;
  }

  private static Locator openRows(Page page) {
    return page.locator("table.samples tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator(".status", new Page.LocatorOptions().setHasText(OPEN))));
  }

  /** Selects the first open samples and asks for a plan. */
  private static void plan(Page page, int claims) {
    for (int row = 0; row < claims; row++) openRows(page).nth(row).locator(".pick-sample").check();
    page.locator(".claim-selected").click();
  }

  private static Page planned(Browser browser, TestWallet wallet, int claims) {
    Page page = list(browser, wallet);
    plan(page, claims);
    assertThat(page.locator("#plan .plan-total")).containsText(claims + " claims");
    return page;
  }

  private static long asked(TestWallet wallet, String method) {
    return wallet.asked().stream().filter(method::equals).count();
  }

  /** A wallet whose first answers on a batch are some, one after another, the last for ever. */
  private static void tell(TestWallet wallet, String... answers) {
    AtomicInteger times = new AtomicInteger();
    wallet.instead(
        STATUS,
        (question, usual) -> answers[Math.min(times.getAndIncrement(), answers.length - 1)]);
  }

  private static String status(Object status, Object... receipts) {
    return TestWallet.result(Map.of("status", status, "receipts", Arrays.asList(receipts)));
  }

  /** Two claims are signed, and what is said of them in the end is what the chain shows. */
  private static void isSettledByTheChain(Page page, TestWallet wallet) {
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .wallet-status"))
        .containsText("Done: 2 claims in 2 transactions. You received ", LONG);
    page.locator("#plan").getByText("Close").click();
    Counter.awaitState(page, wallet.sent().getFirst(), "indexed");
    Counter.awaitState(page, wallet.sent().getLast(), "indexed");
    assertThat(asked(wallet, SEND)).isEqualTo(1);
    assertThat(wallet.sent()).hasSize(2);
  }

  @Test
  void olderWordsForTheStatusAreNoFailure(Browser browser) {
    TestWallet wallet = wallet(Counter.AUTHOR);
    tell(wallet, status("PENDING"), status("CONFIRMED"));
    isSettledByTheChain(planned(browser, wallet, 2), wallet);
  }

  @Test
  void aWalletThatDoesNotKnowItsBatchAtFirstIsNoFailure(Browser browser) {
    TestWallet wallet = wallet(Counter.AUTHOR);
    tell(wallet, TestWallet.error(5730, "Unknown bundle id"), status("100"), status("200"));
    isSettledByTheChain(planned(browser, wallet, 2), wallet);
  }

  @Test
  void doneWithoutReceiptsIsWhatTheChainShows(Browser browser) {
    TestWallet wallet = wallet(Counter.AUTHOR);
    tell(wallet, TestWallet.result(Map.of("status", 200)));
    isSettledByTheChain(planned(browser, wallet, 2), wallet);
  }

  @Test
  void aBatchThatTheWalletCallsFailedIsWhatTheChainShows(Browser browser) {
    TestWallet wallet = wallet(OTHER);
    tell(wallet, TestWallet.error(-32603, "Internal error"), status(500));
    isSettledByTheChain(planned(browser, wallet, 2), wallet);
  }

  @Test
  void ofAPartOnlyWhatIsOnTheChainCountsAsDone(Browser browser) {
    TestWallet wallet = wallet(OTHER);
    wallet.instead(
        SEND,
        (question, usual) -> {
          wallet.sendCalls(question, 1);
          return TestWallet.result(Map.of("id", "0xpart"));
        });
    tell(wallet, status(600, (Object) null));
    Page page = planned(browser, wallet, 2);
    page.getByText("Sign all at once").click();
    Locator batch = page.locator("#toasts > li[data-state=unknown]");
    assertThat(batch).containsText("1 claim of 2 on the chain", LONG);
    Counter.awaitState(page, wallet, "indexed");
    page.reload();
    assertThat(batch).containsText("1 claim of 2 on the chain");
    plan(page, 1);
    assertThat(page.locator("#under-way")).containsText("2 claims: Not seen on the chain so far");
    assertThat(page.locator("#plan .plan-total")).hasCount(0);
    wallet.behave(SEND);
    page.locator("#plan").getByText("Sign again all the same").click();
    page.locator("#plan").getByText("Sign in the wallet").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("All are signed", LONG);
    page.locator("#plan").getByText("Close").click();
    assertThat(batch).hasCount(0);
  }

  @Test
  void aBatchThatWasSentAndThenDeniedIsNotSentAgain(Browser browser) {
    TestWallet wallet = wallet(OTHER);
    wallet.instead(
        SEND,
        (question, usual) -> {
          counter.chain().automine(false);
          wallet.sendCalls(question, 2);
          return TestWallet.error(-32603, "Internal JSON-RPC error.", "socket closed");
        });
    Page page = planned(browser, wallet, 2);
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("socket closed");
    assertThat(page.locator("#plan .wallet-status")).containsText("It may have been sent");
    page.locator("#plan").getByText("Try again").click();
    assertThat(page.locator("#under-way")).containsText("socket closed");
    assertThat(page.locator("#plan .plan-total")).hasCount(0);
    page.reload();
    assertThat(page.locator("#toasts > li")).hasAttribute("data-state", "unknown");
    counter.mine();
    Counter.awaitState(page, wallet.sent().getFirst(), "indexed");
    Counter.awaitState(page, wallet.sent().getLast(), "indexed");
    assertThat(asked(wallet, SEND)).isEqualTo(1);
  }

  @Test
  void anOpenBatchIsTakenUpAgainAfterAReload(Browser browser) {
    TestWallet wallet = wallet(OTHER);
    wallet.instead(
        SEND,
        (question, usual) -> {
          counter.chain().automine(false);
          wallet.sendCalls(question, 2);
          return TestWallet.result(Map.of("id", "0xopen"));
        });
    tell(wallet, status(100));
    Page page = planned(browser, wallet, 2);
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("Waiting for the chain");
    page.reload();
    assertThat(page.locator("#toasts > li[data-state=unknown]"))
        .containsText("The wallet says that the batch is not in a block so far");
    counter.mine();
    Counter.awaitState(page, wallet.sent().getFirst(), "indexed");
    Counter.awaitState(page, wallet.sent().getLast(), "indexed");
  }

  @Test
  void aClaimOfAQueueThatMayHaveBeenSentIsNotSentAgain(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), OTHER);
    Page page = planned(browser, wallet, 2);
    wallet.instead(
        "eth_sendTransaction",
        (question, usual) -> {
          counter.chain().automine(false);
          usual.get();
          return TestWallet.error(-32603, "Internal JSON-RPC error.", "already known");
        });
    page.getByText("Sign 2 one by one").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("already known");
    assertThat(page.locator("#plan .wallet-status")).containsText("It may have been sent");
    wallet.behave("eth_sendTransaction");
    page.locator("#plan").getByText("Go on").click();
    assertThat(page.locator("#under-way")).containsText("already known");
    assertThat(page.locator("#plan tbody tr")).hasCount(1);
    page.locator("#plan").getByText("Sign in the wallet").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("All are signed", LONG);
    page.locator("#plan").getByText("Close").click();
    counter.mine();
    Counter.awaitState(page, wallet.sent().getFirst(), "indexed");
    Counter.awaitState(page, wallet.sent().getLast(), "indexed");
    assertThat(wallet.sent()).hasSize(2);
  }

  @Test
  void sharesThatCountOnRefundsBeforeThemAreSignedAsPlanned(Browser browser) {
    counter.mine();
    TestWallet wallet = new TestWallet(counter.chain(), OTHER);
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + "/samples");
    Counter.connect(page);
    for (int number : List.of(40, 49, 51, 53)) {
      Hash32 sample = counter.shown().added().get(number);
      page.locator("tr:has(a[href*='" + sample + "']) .pick-sample").check();
    }
    page.locator(".claim-selected").click();
    assertThat(page.locator("#plan tbody td:first-child"))
        .hasText(new String[] {"Refund", "Refund", "Report for a share", "Report for a share"});
    String total = page.locator("#plan .plan-total strong").innerText().replace(" ETH", "");
    BigInteger promised = new BigDecimal(total).movePointRight(18).toBigIntegerExact();
    BigInteger before = wallet.balance();
    page.getByText("Sign 4 one by one").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("All are signed", LONG);
    assertThat(wallet.sent()).hasSize(4);
    counter.mine();
    BigInteger fees =
        wallet.sent().stream().map(counter::fee).reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(wallet.balance()).isEqualTo(before.add(promised).subtract(fees));
  }

  @Test
  void aPlanIsNotSignedOnAnOldJudgement(Browser browser) {
    TestWallet wallet = wallet(Counter.AUTHOR);
    Page page = planned(browser, wallet, 2);
    String first = page.locator("#plan tbody a").first().getAttribute("href");
    Page second = page.context().newPage();
    wallet.into(second);
    second.navigate(counter.site().url() + first);
    assertThat(second.locator("#wallet .wallet-menu")).isVisible();
    Counter.sign(second, "refund");
    Counter.awaitState(second, wallet, "indexed");
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .notice.warn").first())
        .containsText("not to be signed any more");
    assertThat(page.locator("#plan tbody tr")).hasCount(1);
    assertThat(asked(wallet, SEND)).isZero();
    page.locator("#plan").getByText("Sign in the wallet").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("All are signed", LONG);
    assertThat(wallet.sent()).hasSize(2);
  }

  @Test
  void aPlanThatLosesMoneySaysSo(Browser browser) {
    TestWallet wallet = wallet(Counter.AUTHOR);
    Page page = list(browser, wallet);
    page.route(
        "**/api/v1/claims/plans",
        route -> {
          APIResponse answer = route.fetch();
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(answer)
                  .setBody(answer.text().replaceAll("\"net\":\"", "\"net\":\"-")));
        });
    plan(page, 2);
    assertThat(page.locator("#plan-loss"))
        .containsText("You would lose money with this plan", LONG);
    assertThat(page.locator("#plan-loss")).containsText("higher than what each claim pays");
    assertThat(wallet.asked()).doesNotContainAnyElementsOf(List.of(SEND, "eth_sendTransaction"));
  }
}
