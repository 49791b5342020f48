package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Browser;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;

@ExtendWith(BrowserExtension.class)
class BulkClaimIT {

  private static final int TEN = 10;
  private static final int SEVERAL = 4;
  private static final Pattern OPEN = Pattern.compile("^Open$");
  private static final Pattern TOTAL = Pattern.compile("for ([0-9.]+) ETH");
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

  private static Page planOfTen(Browser browser, TestWallet wallet) {
    return planOf(TEN, browser, wallet);
  }

  private static Page planOf(int claims, Browser browser, TestWallet wallet) {
    Page page = counter.visit(browser, wallet);
    page.navigate(
        counter.site().url()
            + "/models/31337/"
            + counter.shown().pictures()
            + "/samples?sender="
            + wallet.account()
            + "&order=oldest");
    Counter.connect(page);
    Locator open =
        page.locator("table.samples tbody tr")
            .filter(
                new Locator.FilterOptions()
                    .setHas(page.locator(".status", new Page.LocatorOptions().setHasText(OPEN))));
    for (int row = 0; row < claims; row++) open.nth(row).locator(".pick-sample").check();
    assertThat(page.locator(".bulk-count")).hasText(claims + " samples selected");
    page.locator(".claim-selected").click();
    assertThat(page.locator("#plan .plan-total")).containsText(claims + " claims");
    return page;
  }

  private static BigInteger promised(Page page) {
    Matcher found = TOTAL.matcher(page.locator("#plan .plan-total").innerText());
    assertThat(found.find()).isTrue();
    return new BigDecimal(found.group(1)).movePointRight(18).toBigIntegerExact();
  }

  private static BigInteger fees(TestWallet wallet) {
    return wallet.sent().stream().map(counter::fee).reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Test
  void tenAreSignedAtOnceWhereTheWalletCan(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), Counter.AUTHOR);
    wallet.offerBatches();
    Page page = planOfTen(browser, wallet);
    Pictures.take(page, "plan");
    BigInteger before = wallet.balance();
    BigInteger promised = promised(page);
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .wallet-status"))
        .containsText("Done: 10 claims in 10 transactions. You received ", LONG);
    assertThat(wallet.asked().stream().filter("wallet_sendCalls"::equals)).hasSize(1);
    assertThat(wallet.balance()).isEqualTo(before.add(promised).subtract(fees(wallet)));
    page.locator("#plan").getByText("Close").click();
    Counter.awaitState(page, wallet, "indexed");
    Pictures.take(page, "after-plan");
  }

  @Test
  void aBatchThatBecomesOneTransactionIsFollowedAsOne(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), Counter.AUTHOR);
    wallet.batchInOneTransaction();
    Page page = planOf(SEVERAL, browser, wallet);
    BigInteger before = wallet.balance();
    BigInteger promised = promised(page);
    page.getByText("Sign all at once").click();
    assertThat(page.locator("#plan .wallet-status"))
        .containsText("Done: " + SEVERAL + " claims in 1 transaction. You received ", LONG);
    page.locator("#plan").getByText("Close").click();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.sent()).hasSize(1);
    assertThat(Counter.toast(page, wallet.sent().getLast())).containsText(SEVERAL + " claims");
    assertThat(wallet.balance()).isEqualTo(before.add(promised).subtract(fees(wallet)));
    page.navigate(counter.site().url() + "/transactions/31337/" + wallet.sent().getLast());
    assertThat(page.locator(".status.big")).hasText("In a block and indexed");
  }

  @Test
  void tenAreSignedOneByOneStoppedAndGoneOnWithAfterAReload(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 2);
    Page page = planOfTen(browser, wallet);
    BigInteger before = wallet.balance();
    BigInteger promised = promised(page);
    wallet.declineAfter("eth_sendTransaction", 4);
    page.getByText("Sign 10 one by one").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("6 claims left", LONG);
    for (Hash32 sent : wallet.sent()) counter.chain().receipt(sent);
    page.reload();
    assertThat(page.locator("#queue-left")).containsText("6 claims left");
    page.locator("#queue-left").getByText("Go on").click();
    page.getByText("Sign 6 one by one").click();
    assertThat(page.locator("#plan .wallet-status")).containsText("All are signed", LONG);
    assertThat(wallet.sent()).hasSize(TEN);
    page.locator("#plan").getByText("Close").click();
    Counter.awaitState(page, wallet, "indexed");
    assertThat(wallet.balance()).isEqualTo(before.add(promised).subtract(fees(wallet)));
    page.reload();
    assertThat(page.locator("#wallet code")).isVisible();
    assertThat(page.locator("#queue-left")).hasCount(0);
  }

  @Test
  void claimsThatCouldNotBeTriedOutOneAfterAnotherSaySo(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 2);
    Page page = counter.visit(browser, wallet);
    page.route(
        "**/api/v1/claims/plans",
        route -> {
          APIResponse answer = route.fetch();
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(answer)
                  .setBody(answer.text().replace("\"chained\":true", "\"chained\":false")));
        });
    page.navigate(counter.site().url() + "/samples");
    page.locator(".claim-all").click();
    page.locator(".wallet-choice").click();
    assertThat(page.locator("#plan .notice.warn")).containsText("eth_simulateV1", LONG);
    assertThat(page.locator("#plan")).not().containsText("in this order");
  }

  @Test
  void everythingThatPaysHoldsReportsAfterTheRefunds(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 2);
    Page page = counter.visit(browser, wallet);
    page.navigate(counter.site().url() + "/samples");
    page.locator(".claim-all").click();
    page.locator(".wallet-choice").click();
    assertThat(page.locator("#plan tbody tr").first()).containsText("Refund", LONG);
    assertThat(page.locator("#plan .plan-total")).isVisible();
    List<String> deeds = page.locator("#plan tbody td:first-child").allInnerTexts();
    List<String> sorted = new ArrayList<>(deeds);
    sorted.sort(Comparator.comparing(deed -> !deed.equals("Refund")));
    assertThat(deeds).isEqualTo(sorted).contains("Refund", "Report for a share");
  }

  @Test
  void refundsComeFirstHoweverOneSelects(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 2);
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
  }
}
