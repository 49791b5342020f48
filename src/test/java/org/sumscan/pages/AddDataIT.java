package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Browser;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.TestWallet;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.JsonNode;

/** A contributor adds a sample on a model's page, and says who keeps what it was. */
@ExtendWith(BrowserExtension.class)
class AddDataIT {

  private static Counter counter;

  @BeforeAll
  static void open() {
    counter = new Counter();
  }

  @AfterAll
  static void close() {
    counter.close();
  }

  /** The numbers of a picture, as one would type them. */
  private static String picture(int number) {
    String path = "/api/v1" + Counter.path(counter.shown().added().get(number));
    return StreamSupport.stream(
            counter.site().json(path).at("/sample/features").spliterator(), false)
        .map(feature -> String.valueOf(feature.asLong() / 1e9))
        .collect(Collectors.joining(", "));
  }

  private static Hash32 add(Page page, TestWallet wallet, String typed, String keep) {
    page.navigate(counter.site().url() + "/models/31337/" + counter.shown().pictures());
    Counter.connect(page);
    page.locator("#add-label").selectOption("2");
    page.locator("#add-input").fill(typed);
    page.locator("#add input[name=keep][value=" + keep + "]").check();
    page.locator("#add button[data-script-only]").click();
    page.locator("#review").getByText("Sign in the wallet").click();
    Counter.awaitState(page, wallet, "indexed");
    return wallet.sent().getLast();
  }

  private static JsonNode awaitKept(Hash32 transaction) {
    return Waiting.until(
        "the original is kept",
        () -> counter.site().json("/api/v1/originals/31337/" + transaction),
        answer -> answer.path("state").asString("").equals("kept"));
  }

  @Test
  void aSampleIsAddedWithItsOriginalAndCostsWhatWasSaid(Browser browser)
      throws InterruptedException {
    TestWallet wallet = new TestWallet(counter.chain(), 7);
    Page page = counter.visit(browser, wallet);
    BigInteger before = wallet.balance();
    String typed = picture(3);
    Hash32 transaction = add(page, wallet, typed, "sumscan");

    JsonNode sample = counter.site().json("/api/v1" + Counter.path(transaction)).get("sample");
    assertThat(sample.get("classification").asString()).isEqualTo("2");
    assertThat(sample.get("sender").asString()).isEqualTo(wallet.account().toString());
    BigInteger deposit = new BigInteger(sample.get("deposit").asString());
    assertThat(deposit).isPositive();
    assertThat(wallet.balance())
        .isEqualTo(before.subtract(deposit).subtract(counter.fee(transaction)));

    JsonNode kept = awaitKept(transaction);
    assertThat(kept.at("/originals/0/state").asString()).isEqualTo("matches");
    assertThat(kept.at("/originals/0/text").asString()).isEqualTo(typed);
    page.navigate(counter.site().url() + Counter.path(transaction));
    assertThat(page.locator(".original blockquote").first()).hasText(typed);
    assertThat(page.locator("#own-original")).isHidden();
    page.close();
  }

  @Test
  void anOriginalStaysInTheBrowserWhereThatWasChosen(Browser browser) {
    TestWallet wallet = new TestWallet(counter.chain(), 8);
    Page page = counter.visit(browser, wallet);
    String typed = picture(5);
    Hash32 transaction = add(page, wallet, typed, "browser");
    page.navigate(counter.site().url() + Counter.path(transaction));
    assertThat(page.locator("#own-original")).isVisible();
    assertThat(page.locator("#own-original blockquote")).hasText(typed);
    assertThat(counter.site().get("/api/v1/originals/31337/" + transaction).statusCode())
        .isEqualTo(404);
    page.close();
  }
}
