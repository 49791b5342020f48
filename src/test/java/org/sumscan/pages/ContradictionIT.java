package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Site;
import tools.jackson.databind.JsonNode;

/** A replay's figures show only while its predictions are the contract's. */
@ExtendWith(BrowserExtension.class)
class ContradictionIT {

  /** Where the classifier's own code goes on living. */
  private static final Address ASIDE = Address.of("0x00000000000000000000000000000000000a51de");

  /**
   * Answers every call as the code aside does, with this contract's state; only {@code predict}
   * answers with the label 7, which there is not.
   */
  private static final String LIAR =
      "0x60003560e01c63%s1460455736600060003760006000366000"
          + "73%s5af43d600060003e6040573d6000fd5b3d6000f35b600760005260206000f3";

  @Test
  void figuresVanishAndWordsSayWhyOnceTheContractPredictsOtherwise(Browser browser) {
    try (Site site = new Site(List.of("sumscan.replay.compare=1s"))) {
      String path = "/models/31337/" + site.exhibition().pictures();
      Page page = browser.open(Layout.DESKTOP);
      page.navigate(site.url() + path);
      assertThat(page.locator("figure.chart svg path").first()).isAttached();
      assertThat(page.locator("table.confusion")).isVisible();

      contradict(site, path);
      page.waitForCondition(() -> accuracy(site, path).get("state").asString().equals("withheld"));

      assertThat(accuracy(site, path).path("prequential").isNumber()).isFalse();
      assertThat(accuracy(site, path).get("reason").asString()).contains("differ in");
      assertThat(site.json("/api/v1" + path + "/accuracy?series=prequential").toString())
          .contains("\"state\":\"withheld\"")
          .doesNotContain("\"value\"");

      page.reload();
      assertThat(page.locator("main"))
          .containsText("Its accuracy is withheld, as our replay differs from the chain");
      assertThat(page.locator("main")).containsText("No accuracy is shown");
      assertThat(page.locator("figure.chart")).hasCount(0);
      assertThat(page.locator("table.confusion")).hasCount(0);
      page.navigate(site.url() + "/");
      Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Little pictures"));
      assertThat(row).containsText("Withheld");
      assertThat(row.locator("svg")).hasCount(0);
      page.navigate(site.url() + path + "?example=" + example(site));
      assertThat(page.locator("#predict")).containsText("The contract answers");
      assertThat(page.locator("#predict")).not().containsText("Our replay answers: ring");
      page.close();
    }
  }

  private static String example(Site site) {
    return site.exhibition().added().getFirst() + ".0";
  }

  private static JsonNode accuracy(Site site, String path) {
    return site.json("/api/v1" + path).get("accuracy");
  }

  /** Puts a contract in the classifier's place that has its state and all its answers but one. */
  private static void contradict(Site site, String path) {
    Anvil chain = site.exhibition().chain();
    String classifier = site.json("/api/v1" + path).at("/contracts/classifier").asString();
    String code = chain.call("eth_getCode", classifier, "latest").asString();
    String selector =
        Hex.text(ContractFunction.PREDICT.call((Object) new long[0])).substring(2, 10);
    chain.call("anvil_setCode", ASIDE.toString(), code);
    chain.call(
        "anvil_setCode",
        classifier,
        LIAR.formatted(selector, Hex.text(ASIDE.bytes()).substring(2)));
    chain.mine(1);
  }
}
