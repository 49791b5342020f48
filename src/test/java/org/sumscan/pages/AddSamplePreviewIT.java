package org.sumscan.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.encoding.GreyPicture;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.originals.Content;
import org.sumscan.originals.Match;
import org.sumscan.originals.OriginalJournal;
import org.sumscan.originals.Pending;
import org.sumscan.originals.Pictures;
import org.sumscan.pages.links.Links;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

/** A visitor asks a model and looks at what adding a sample means, without scripts or a wallet. */
@ExtendWith({SiteExtension.class, BrowserExtension.class})
class AddSamplePreviewIT {

  private static final ChainId CHAIN = new ChainId(31337);

  private static String pictures(Site site) {
    return "/models/31337/" + site.exhibition().pictures();
  }

  private static LogRef sample(Site site, int number) {
    return new LogRef(CHAIN, site.exhibition().added().get(number), 0);
  }

  private static String decimals(Site site, int number) {
    return StreamSupport.stream(
            site.json("/api/v1" + Links.sample(sample(site, number)))
                .at("/sample/features")
                .spliterator(),
            false)
        .map(feature -> String.valueOf(feature.asLong() / 1e9))
        .collect(Collectors.joining(", "));
  }

  /** Keeps something beside a sample as if it had been sent and found to match. */
  private static void keep(Site site, int number, Content content, Variant variant) {
    Hash32 transaction = site.exhibition().added().get(number);
    site.part("originalJournal", OriginalJournal.class)
        .settle(
            List.of(
                new OriginalJournal.Judged(
                    new Pending(0, CHAIN, transaction, content, Instant.EPOCH),
                    sample(site, number),
                    new ModelId(CHAIN, site.exhibition().pictures()),
                    1,
                    new Match.Matches(variant))));
  }

  @Test
  void asksWithWhatWasTyped(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.PHONE);
    page.navigate(site.url() + pictures(site));
    page.locator("#ask-input").fill(decimals(site, 0));
    page.locator("#predict button").click();
    assertThat(page.locator("#predict")).containsText("64 features");
    assertThat(page.locator("#predict")).containsText("The contract answers:");
    assertThat(page.locator("#predict")).containsText("Our replay answers:");
    page.close();
  }

  @Test
  void triesARealSample(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + pictures(site));
    page.locator(".examples a").first().click();
    assertThat(page.locator("#predict")).containsText("A real sample");
    assertThat(page.locator("#predict")).containsText("The contract answers:");
    page.close();
  }

  @Test
  void showsTheFormAgainWithWhatIsWrongBesideIt(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + pictures(site));
    page.locator("#ask-input").fill("0.5, <b>half</b>");
    page.locator("#predict button").click();
    assertThat(page.locator("#ask-complaint")).containsText("Number 2 of the list is not a number");
    assertThat(page.locator("#ask-input")).hasValue("0.5, <b>half</b>");
    assertThat(page.locator("h1")).containsText("Little pictures");
    assertThat(browser.awaitComplaints(page, 1)).allMatch(told -> told.contains("a status of 400"));
    page.close();
    HttpResponse<String> refused = site.get(pictures(site) + "?features=1,%2B1");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Feature 1 is not a whole number")
        .contains("id=\"predict\"");
    assertThat(site.get(pictures(site) + "?features=1&features=2").statusCode()).isEqualTo(400);
    assertThat(site.get(pictures(site) + "?example=0x.1").statusCode()).isEqualTo(400);
    LogRef others = new LogRef(CHAIN, site.exhibition().added().getLast(), 0);
    assertThat(
            site.get(pictures(site) + "?example=" + others.transaction() + "." + others.index())
                .body())
        .contains("not of this model");
  }

  @Test
  void showsWhatAWalletWouldBeAskedBeforeAnythingIsAdded(Site site, Browser browser) {
    Page page = browser.openWithoutJavaScript(Layout.DESKTOP);
    page.navigate(site.url() + pictures(site));
    assertThat(page.locator("#add")).containsText("This becomes public for ever");
    page.locator("#add-label").selectOption("1");
    page.locator("#add-input").fill(decimals(site, 1));
    page.locator("#add-account").fill(site.exhibition().author().toString());
    page.locator("#add button[data-plain]").click();
    assertThat(page.locator("#add")).containsText("What a wallet would be asked");
    assertThat(page.locator("#add"))
        .containsText("Adds a sample of 64 features, labelled “bar” (class 1), to");
    assertThat(page.locator("#add")).containsText("The contract answers:");
    assertThat(page.locator("#add-label")).hasValue("1");
    page.locator("#add-account").fill("0x12");
    page.locator("#add button[data-plain]").click();
    assertThat(page.locator("#add-complaint")).containsText("no address");
    assertThat(browser.awaitComplaints(page, 1)).allMatch(told -> told.contains("a status of 400"));
    page.close();
  }

  @Test
  void showsTheTextOfASampleAndThatItMatches(Site site, Browser browser) {
    String hostile = "</blockquote><script>document.title='owned'</script>\u202e hey \0 great";
    keep(site, 11, new Content.Text(hostile), Variant.WORDS_UTF_8);
    Page page = browser.open(Layout.PHONE);
    page.navigate(site.url() + Links.sample(sample(site, 11)));
    assertThat(page.locator(".original blockquote")).containsText("<script>");
    assertThat(page.locator(".original").first()).containsText("It matches the chain");
    assertThat(page).hasTitle(Pattern.compile("^Sample labelled.*"));
    page.close();
  }

  @Test
  void showsTheBeginningOfATextInLists(Site site, Browser browser) {
    keep(site, 26, new Content.Text("surely good ".repeat(40)), Variant.WORDS_UTF_8);
    String sample = Links.sample(sample(site, 26));
    Page page = browser.open(Layout.DESKTOP);
    for (String list : List.of("/samples", "/accounts/" + site.exhibition().author())) {
      page.navigate(site.url() + list);
      page.locator("details.more-rows")
          .evaluateAll("folded => folded.forEach((each) => (each.open = true))");
      Locator excerpt = page.locator("a[href='" + sample + "'] .excerpt").first();
      assertThat(excerpt).containsText(Pattern.compile("^surely good .*…$"));
      assertThat(excerpt).hasCSS("white-space", "normal");
      Object hidden = excerpt.evaluate("text => text.scrollWidth - text.clientWidth");
      assertThat(hidden).as("cut at the side in " + list).isEqualTo(0);
    }
    page.close();
  }

  @Test
  void showsThePictureOfASample(Site site, Browser browser) {
    int[] ink = IntStream.range(0, 64).map(i -> i * 4).toArray();
    Content.Image image = Pictures.of(new GreyPicture(8, ink));
    keep(site, 12, image, Variant.PICTURE_INK);
    String path = Links.sample(sample(site, 12));
    HttpResponse<String> answer = site.get(path + "/original.png");
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=3600");
    assertThat(site.get(Links.sample(sample(site, 13)) + "/original.png").statusCode())
        .isEqualTo(404);
    Page page = browser.open(Layout.DESKTOP);
    page.navigate(site.url() + path);
    assertThat(page.locator(".original img")).hasJSProperty("naturalWidth", 8);
    page.close();
  }
}
