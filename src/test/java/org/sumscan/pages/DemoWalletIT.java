package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newcomer who has installed nothing refunds a sample and signs in with the built-in wallet. */
@ExtendWith(BrowserExtension.class)
class DemoWalletIT {

  @Test
  void aNewcomerRefundsWithNothingInstalled(@TempDir Path folder, Browser browser)
      throws Exception {
    try (SumscanProcess sumscan = SumscanProcess.start(Files.createTempDirectory(folder, "data"))) {
      sumscan.awaitReady();
      Page page = browser.open(Layout.DESKTOP);
      page.navigate(sumscan.url().toString());
      page.locator("#wallet button.connect").click();
      page.locator(".wallet-choice").click();
      assertThat(page.locator("#wallet .wallet-menu")).isVisible();
      String account = page.locator("#wallet code").getAttribute("title");
      page.navigate(sumscan.url().resolve(ripe(sumscan, account)).toString());
      assertThat(Counter.button(page, "refund")).isEnabled();
      BigInteger promised = Counter.promised(page, "refund");
      BigInteger before = balance(sumscan, account);
      Counter.sign(page, "refund");
      page.locator("dialog[aria-labelledby=demo-wallet-title]").getByText("Sign").last().click();
      assertThat(page.locator("#toasts > li"))
          .hasAttribute(
              "data-state",
              "indexed",
              new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
      BigInteger gained = balance(sumscan, account).subtract(before);
      assertThat(gained).isLessThan(promised).isEqualTo(promised.subtract(fee(sumscan, page)));
      assertThat(page.locator("#claims-title ~ table"))
          .containsText("Refund", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
      refundsTwoUnderOnePrompt(sumscan, page, account);
      signsInOnlyOnceAgreed(sumscan, page);
    }
  }

  private static void refundsTwoUnderOnePrompt(SumscanProcess sumscan, Page page, String account) {
    page.navigate(sumscan.url().resolve("/samples?status=refundable&sender=" + account).toString());
    assertThat(page.locator("#wallet .balance")).containsText(" ETH");
    Locator boxes = page.locator("table.samples .pick-sample:enabled");
    for (int row = 0; row < 2; row++) boxes.nth(row).check();
    page.locator(".claim-selected").click();
    Locator total = page.locator("#plan .plan-total");
    assertThat(total).containsText("2 claims");
    String amount = total.locator("strong").innerText();
    page.getByText("Sign all at once").click();
    Locator prompt = page.locator("dialog[aria-labelledby=demo-wallet-title]");
    assertThat(prompt).containsText("these 2 claims");
    assertThat(prompt.locator("dl")).containsText("2 refunds");
    assertThat(prompt.locator("dd").nth(1)).hasText(amount);
    assertThat(prompt.locator("dd").nth(2)).containsText("nothing but the network's fee, about 0.");
    BigInteger before = balance(sumscan, account);
    prompt.getByText("Sign").last().click();
    assertThat(page.locator("#plan .wallet-status"))
        .containsText(
            "Done: 2 claims in 2 transactions. You received " + amount,
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    BigInteger gained = balance(sumscan, account).subtract(before);
    assertThat(gained)
        .isPositive()
        .isLessThan(
            new BigDecimal(amount.replace(" ETH", "")).movePointRight(18).toBigIntegerExact());
    page.locator("#plan").getByText("Close").click();
  }

  private static void signsInOnlyOnceAgreed(SumscanProcess sumscan, Page page) {
    page.navigate(sumscan.url().resolve("/sign-in").toString());
    assertThat(page.locator("#wallet .wallet-menu")).isVisible();
    Locator wallet = page.locator("dialog[aria-labelledby=demo-wallet-title]");
    page.locator("[data-sign-in]").click();
    assertThat(wallet.locator("pre")).containsText("wants you to sign in");
    wallet.getByText("Decline").click();
    assertThat(page.locator("[data-sign-in-refusal]")).isVisible();
    page.locator("[data-sign-in]").click();
    wallet.getByText("Sign").last().click();
    assertThat(page.getByText("You are signed in as")).isVisible();
  }

  /** A sample of the account that it may refund, once the demo's past is replayed. */
  private static String ripe(SumscanProcess sumscan, String account) {
    JsonNode refund =
        Waiting.until(
                "something can be refunded to " + account,
                () -> firstRefund(sumscan, account),
                Optional::isPresent)
            .orElseThrow();
    return "/samples/%s/%s/%s"
        .formatted(
            refund.at("/transaction/chainId").asString(),
            refund.get("transactionHash").asString(),
            refund.get("logIndex").asString());
  }

  private static Optional<JsonNode> firstRefund(SumscanProcess sumscan, String account)
      throws IOException, InterruptedException {
    return plan(sumscan, account)
        .path("steps")
        .valueStream()
        .filter(step -> step.get("mode").asString().equals("refund"))
        .findFirst();
  }

  private static JsonNode plan(SumscanProcess sumscan, String account)
      throws IOException, InterruptedException {
    String chain = number(sumscan.askChain("eth_chainId")).toString();
    String body = "{\"chainId\":%s,\"account\":\"%s\"}".formatted(chain, account);
    return JsonMapper.shared()
        .readTree(
            sumscan
                .send(
                    HttpRequest.newBuilder(sumscan.url().resolve("/api/v1/claims/plans"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
  }

  private static BigInteger fee(SumscanProcess sumscan, Page page) {
    String link = page.locator("#toasts a").first().getAttribute("href");
    JsonNode receipt =
        sumscan.askChain("eth_getTransactionReceipt", link.substring(link.lastIndexOf('/') + 1));
    return number(receipt.get("gasUsed")).multiply(number(receipt.get("effectiveGasPrice")));
  }

  private static BigInteger balance(SumscanProcess sumscan, String account) {
    return number(sumscan.askChain("eth_getBalance", account, "latest"));
  }

  private static BigInteger number(JsonNode hex) {
    return new BigInteger(hex.asString().substring(2), 16);
  }
}
