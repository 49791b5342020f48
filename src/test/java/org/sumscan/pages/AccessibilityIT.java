package org.sumscan.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.testing.Accessibility;
import org.sumscan.testing.Browser;
import org.sumscan.testing.Browser.Layout;
import org.sumscan.testing.BrowserExtension;
import org.sumscan.testing.Exhibition;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

@ExtendWith({SiteExtension.class, BrowserExtension.class})
class AccessibilityIT {

  private static Map<String, String> pages(Site site) {
    Exhibition shown = site.exhibition();
    String pictures = "/models/31337/" + shown.pictures();
    String sample = "/samples/31337/" + shown.added().get(30) + "/0";
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("models", "/");
    pages.put("nothing found", "/?q=nothing+of+that+name");
    pages.put("model", pictures);
    pages.put("model by time", pictures + "?axis=time");
    pages.put("model of a stranger", "/models/31337/" + shown.hostile());
    pages.put("model without samples", "/models/31337/" + shown.untaught());
    pages.put("samples", "/samples");
    pages.put("samples filtered", pictures + "/samples?label=1");
    pages.put("sample", sample);
    pages.put("sample for an account", sample + "?account=" + shown.author());
    pages.put("sample of a stranger", "/samples/31337/" + shown.added().getLast() + "/0");
    pages.put("account", "/accounts/" + shown.author());
    pages.put("account unknown", "/accounts/0x00000000000000000000000000000000000000ff");
    pages.put("status", "/status");
    return pages;
  }

  @ParameterizedTest
  @EnumSource
  void noPageShutsAnyoneOut(Layout layout, Site site, Browser browser) {
    TreeSet<String> faults = new TreeSet<>();
    Page page = browser.openForInspection(layout);
    pages(site)
        .forEach(
            (name, path) -> {
              page.navigate(site.url() + path);
              Accessibility.faults(page).forEach(fault -> faults.add(name + ": " + fault));
            });
    assertThat(faults).isEmpty();
  }

  @Test
  void refusalsShutNobodyOut(Site site, Browser browser) {
    Page page = browser.openForInspection(Layout.DESKTOP);
    page.navigate(site.url() + "/accounts/nobody");
    assertThat(Accessibility.faults(page)).isEmpty();
    page.navigate(site.url() + "/nowhere");
    assertThat(Accessibility.faults(page)).isEmpty();
    assertThat(browser.takeComplaints()).as("the two refusals themselves").hasSize(2);
  }

  @Test
  void thePickerShutsNobodyOut(Site site, Browser browser) {
    Page page = browser.openForInspection(Layout.DESKTOP);
    page.navigate(site.url() + "/");
    page.locator("button.connect").click();
    page.locator("#wallet-picker").waitFor();
    assertThat(Accessibility.faults(page)).isEmpty();
  }
}
