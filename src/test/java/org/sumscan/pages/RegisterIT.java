package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.kernel.Address;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import org.sumscan.testing.Site;
import org.sumscan.testing.Waiting;

@ExtendWith(BrowserExtension.class)
class RegisterIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  /** The samples of each model that is taught. */
  private static final int TAUGHT = 4;

  private static Site site;

  @BeforeAll
  static void open() {
    site = Site.alone();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Anvil chain() {
    return site.exhibition().chain();
  }

  private static DeployedModel taught(DeployedModel model, ModelKit kit) {
    Random random = new Random(5);
    for (int i = 0; i < TAUGHT; i++) chain().receipt(model.add(i, kit.sample(random), i % 2));
    return model;
  }

  /** Waits until the samples of a model that was taught are indexed. */
  private static void awaitSamples(Address trainer) {
    Waiting.until(
        "its samples are indexed",
        () -> site.json("/api/v1/models/31337/" + trainer),
        model -> model.path("samples").asInt(0) == TAUGHT);
  }

  @Test
  void aNewcomerListsAFreshModelAndFindsItsSamples(Browser browser) {
    ModelKit kit = ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON);
    DeployedModel model = taught(DeployedModel.of(chain(), kit), kit);
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator("nav a", new Page.LocatorOptions().setHasText("Add a model")).click();
    page.locator("#address").fill(model.trainer().toString());
    page.locator(".register button").click();
    page.waitForURL(Pattern.compile(".*/validations/.*"));
    assertThat(page.locator(".verdict")).containsText("Nothing stands in the way", PATIENTLY);
    assertThat(page.locator(".checks li")).hasCount(22);
    assertThat(page.locator(".checks li.good").nth(19)).isVisible();
    shoot(page, "validation-passed");
    page.locator(".verdict button").click();
    page.waitForURL(site.url() + "/models/31337/" + model.trainer());
    assertThat(page.locator("h1")).containsText("A sparse-perceptron");
    awaitSamples(model.trainer());
    page.reload();
    assertThat(page.locator("table.samples tbody tr")).hasCount(TAUGHT);
  }

  @Test
  void showsWarningsToBeAcceptedAndFillsInWithoutScripts(Browser browser) {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.NAIVE_BAYES, 1));
    DeployedModel model = OriginalsKit.stakeable(chain(), kit);
    Page page = browser.openWithoutJavaScript(Layout.PHONE);
    page.navigate(site.url() + "/register");
    page.locator("#address").fill(model.trainer().toString().toLowerCase(Locale.ROOT));
    page.locator(".register button").click();
    assertThat(page.locator(".verdict")).containsText("Passed with warnings", PATIENTLY);
    shoot(page, "validation-warning-phone");
    page.locator(".verdict button").click();
    assertThat(page.locator("input[name=accepted]:invalid")).isFocused();
    assertThat(page).hasURL(Pattern.compile(".*/validations/.*"));
    page.locator("input[name=accepted]").check();
    page.locator(".verdict button").click();
    assertThat(page.locator("h1")).containsText("An original", PATIENTLY);
  }

  @Test
  void listsAModelWhoseStartCannotBeReadWithoutAnyAccuracy(Browser browser) {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, 1));
    Address mechanism = OriginalsKit.stakeable(chain(), 100, 200, 300, 1000);
    DeployedModel odd = OriginalsKit.unfinished(chain(), kit, mechanism);
    Address deployer = chain().accounts().getFirst();
    for (byte[] call :
        List.of(
            Abi.call("update(int64[],uint64)", List.of(1, 2), 1),
            Abi.call("initializeWeights(uint64,int80[])", 4, List.of(7)))) {
      chain().receipt(chain().send(deployer, odd.classifier(), call));
    }
    odd.handOver();
    taught(odd, kit);
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/register?address=" + odd.trainer());
    page.locator(".register button").click();
    assertThat(page.locator(".verdict")).containsText("Passed with warnings", PATIENTLY);
    page.locator("input[name=accepted]").check();
    page.locator(".verdict button").click();
    assertThat(page.locator("p.notice.warn"))
        .containsText("Not yet replayable: Its deployment cannot be followed", PATIENTLY);
    assertThat(page.locator("#accuracy")).containsText("No accuracy is shown");
    assertThat(page.locator("#accuracy svg")).hasCount(0);
    awaitSamples(odd.trainer());
    page.reload();
    Locator samples = page.locator("table.samples tbody tr");
    assertThat(samples).hasCount(TAUGHT);
    shoot(page, "not-replayable");
    samples.first().locator("a").first().click();
    page.waitForURL(Pattern.compile(".*/samples/31337/.*"));
    assertThat(page.locator("main")).containsText("The contract answers");
    page.navigate(page.url() + "?account=" + chain().accounts().get(2));
    assertThat(page.locator("#claim")).containsText("as of block");
  }

  @Test
  void saysWhatIsWrongAndWhatToDo(Browser browser) {
    Page page = browser.open(Layout.DARK);
    page.navigate(site.url() + "/register?address=" + chain().accounts().getFirst());
    shoot(page, "register-dark");
    page.locator(".register button").click();
    assertThat(page.locator(".verdict")).containsText("Failed", PATIENTLY);
    assertThat(page.locator(".checks li.bad")).containsText("a person's account");
    assertThat(page.locator(".checks li.none", new Page.LocatorOptions().setHasText("Not checked")))
        .hasCount(0);
    page.locator(".skipped summary").click();
    assertThat(page.locator(".skipped li").first()).containsText("no contract at the address");
    assertThat(page.locator(".verdict button")).hasCount(0);
    shoot(page, "validation-failed-dark");
  }

  @Test
  void saysAtOnceByTheFieldWhatIsNoAddressAndKeepsIt(Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + "/register");
    Map.of(
            "vitalik.eth",
            "begins with 0x",
            "0x12zz",
            "only the digits",
            "0x1234",
            "this has 4",
            "0x" + "ab".repeat(32),
            "a transaction’s hash",
            mistyped(),
            "A letter is mistyped")
        .forEach(
            (typed, words) -> {
              page.locator("#address").fill(typed);
              page.locator(".register button").click();
              Locator field = page.locator("#address");
              assertThat(field).hasAttribute("aria-invalid", "true");
              assertThat(field).hasAccessibleDescription(Pattern.compile(".*" + words + ".*"));
              assertThat(field).hasValue(typed);
              assertThat(page).hasURL(site.url() + "/register");
            });
    shoot(page, "register-complaint");
    assertThat(browser.awaitComplaints(page, 5)).allMatch(each -> each.contains("400"));
  }

  private static String mistyped() {
    String right = chain().accounts().getFirst().toString();
    return "0x" + right.substring(2).chars().mapToObj(RegisterIT::otherCase).collect(joining());
  }

  private static String otherCase(int letter) {
    char other =
        Character.isUpperCase(letter)
            ? Character.toLowerCase((char) letter)
            : Character.toUpperCase((char) letter);
    return String.valueOf(other);
  }

  @Test
  void offersAModelThatWasFoundOnTheChain(Browser browser) {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.SPARSE_PERCEPTRON, 1));
    Address trainer = taught(OriginalsKit.points(chain(), kit), kit).trainer();
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + "/register");
    Locator offer =
        page.locator(".offers a", new Page.LocatorOptions().setHasText(trainer.toString()));
    Waiting.until(
        "the model is offered", () -> site.get("/register").body().contains(trainer.toString()));
    page.reload();
    assertThat(offer).isVisible();
    shoot(page, "register-offers");
    page.navigate(site.url() + "/");
    assertThat(page.locator(".found")).containsText(trainer.toString());
    assertThat(page.locator(".found .tag").first()).containsText("Passed");
    shoot(page, "models-offers");
    page.locator(".find input").fill(trainer.toString().toLowerCase(Locale.ROOT));
    page.locator(".find input").press("Enter");
    assertThat(page.locator(".empty")).containsText("No model is listed at this address");
    assertThat(page.locator(".found li")).hasCount(1);
    page.navigate(site.url() + "/?kind=naive-bayes");
    assertThat(page.locator(".found")).hasCount(0);
    page.navigate(site.url() + "/register");
    offer.click();
    assertThat(page.locator(".verdict")).containsText("Passed with warnings");
  }

  @ParameterizedTest
  @EnumSource
  void fitsEveryLayout(Layout layout, Browser browser) {
    Page page = browser.open(layout);
    page.navigate(site.url() + "/register");
    assertThat(
            (Integer)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isZero();
    shoot(page, "register-" + layout.name().toLowerCase(Locale.ROOT));
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }
}
