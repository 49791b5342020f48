package org.sumscan.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigInteger;
import java.util.Set;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.Exhibition;
import org.sumscan.testing.Site;
import org.sumscan.testing.TestWallet;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.JsonNode;

/** A visitor at a site of his own, with a wallet in his browser and samples that pay. */
public final class Counter implements AutoCloseable {

  /** The rich account that has added and was refunded samples before. */
  public static final int AUTHOR = 1;

  /** After so long, by its own clock, a page has asked a wallet all that it asks unasked. */
  public static final long LONG_MS = 60_000;

  private static final double PATIENCE_MS = 60_000;

  private final Site site = Site.alone();

  /** The site. */
  public Site site() {
    return site;
  }

  /** What it shows. */
  public Exhibition shown() {
    return site.exhibition();
  }

  /** The chain that it follows. */
  public Anvil chain() {
    return shown().chain();
  }

  /** A page in a new profile, with a wallet in it. */
  public Page visit(Browser browser, TestWallet wallet) {
    Page page = browser.open(Layout.DESKTOP);
    wallet.into(page);
    return page;
  }

  /** Connects the wallet as a visitor does. */
  public static void connect(Page page) {
    page.locator("#wallet button.connect").click();
    page.locator("#wallet-picker .wallet-choice").click();
    PlaywrightAssertions.assertThat(page.locator("#wallet .wallet-menu")).isVisible();
  }

  /** The page of the first sample from which an account may claim in a mode now. */
  public String sampleFor(Address account, String mode) {
    for (Hash32 sample : shown().added()) {
      String path = path(sample);
      JsonNode sheet = site.json("/api/v1" + path + "/claims?account=" + account);
      for (JsonNode each : sheet.path("modes")) {
        if (each.get("mode").asString().equals(mode) && each.get("allowed").asBoolean()) {
          return path;
        }
      }
    }
    throw new IllegalStateException("nothing for " + mode);
  }

  /** The page of a sample. */
  public static String path(Hash32 sample) {
    return "/samples/31337/" + sample + "/0";
  }

  /** What the page says that a mode pays, in wei. */
  public static BigInteger promised(Page page, String mode) {
    return new BigInteger(button(page, mode).getAttribute("data-amount"));
  }

  /** The button of a mode. */
  public static Locator button(Page page, String mode) {
    return page.locator("#claim button[data-mode=" + mode + "]");
  }

  /** Presses a mode's button and signs. */
  public static void sign(Page page, String mode) {
    button(page, mode).click();
    page.locator("#review").getByText("Sign in the wallet").click();
  }

  /** Waits until the toast of what a wallet has sent last says that it has come so far. */
  public static void awaitState(Page page, TestWallet wallet, String state) {
    page.waitForCondition(() -> !wallet.sent().isEmpty());
    awaitState(page, wallet.sent().getLast(), state);
  }

  /** The same for any transaction. */
  public static void awaitState(Page page, Hash32 transaction, String state) {
    PlaywrightAssertions.assertThat(toast(page, transaction))
        .hasAttribute(
            "data-state",
            state,
            new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
  }

  /** The toast that leads to a transaction first. */
  public static Locator toast(Page page, Hash32 transaction) {
    return page.locator("#toasts > li:has(a:first-child[href$='" + transaction + "'])");
  }

  /** Brings what waits into a block and the index, also of a test that broke off. */
  public void mine() {
    chain().mine(1);
    chain().automine(true);
    long head = chain().head();
    Waiting.until(
        "block " + head + " is indexed",
        () -> site().json("/api/v1/status").at("/chains/0/indexedTo"),
        block -> block.asLong(-1) >= head);
  }

  /** Does so, and waits until none of an account's transactions is on its way at the server. */
  public void mine(Address account) {
    mine();
    Waiting.until(
        "the server has seen what became of the transactions of " + account,
        () -> site().json("/api/v1/transactions?account=" + account).get("items"),
        items ->
            items
                .valueStream()
                .noneMatch(
                    item -> Set.of("sent", "included").contains(item.get("state").asString())));
  }

  /** What a transaction cost its sender, in wei. */
  public BigInteger fee(Hash32 transaction) {
    JsonNode receipt = chain().call("eth_getTransactionReceipt", transaction.toString());
    return number(receipt.get("gasUsed")).multiply(number(receipt.get("effectiveGasPrice")));
  }

  private static BigInteger number(JsonNode hex) {
    return new BigInteger(hex.asString().substring(2), 16);
  }

  @Override
  public void close() {
    site.close();
  }
}
