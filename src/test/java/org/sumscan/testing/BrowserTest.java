package org.sumscan.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class BrowserTest {

  private static final String SITE =
      """
      <!doctype html><meta name=viewport content="width=device-width"><title>before</title>
      <style>@media (prefers-color-scheme: dark) { body { background: #000 } }</style>
      <link rel=icon href="data:,">
      <body><script>document.title = "after"</script>\
      """;

  private static HttpServer server;
  private static String url;

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().equals("/");
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          if (exchange.getRequestURI().getQuery() != null) {
            exchange.getResponseHeaders().add("Content-Security-Policy", "script-src 'none'");
          }
          byte[] body = SITE.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void runsScripts(Browser browser) {
    Page page = browser.open(Browser.Layout.DESKTOP);
    page.navigate(url);
    assertThat(page).hasTitle("after");
  }

  @Test
  void doesWithoutScripts(Browser browser) {
    Page page = browser.openWithoutJavaScript(Browser.Layout.DESKTOP);
    page.navigate(url);
    assertThat(page).hasTitle("before");
  }

  @Test
  void showsEachLayout(Browser browser) {
    Page phone = browser.open(Browser.Layout.PHONE);
    phone.navigate(url);
    assertThat(phone.evaluate("innerWidth")).isEqualTo(390);

    Page dark = browser.open(Browser.Layout.DARK);
    dark.navigate(url);
    assertThat(dark.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(0, 0, 0)");
  }

  @Test
  void tellsWhatPagesComplainAbout(Browser browser) {
    Page page = browser.open(Browser.Layout.DESKTOP);
    page.navigate(url + "missing");
    assertThat(browser.awaitComplaints(page, 1)).singleElement().asString().contains("404");
    page.navigate(url + "?strict");
    assertThat(browser.awaitComplaints(page, 1))
        .singleElement()
        .asString()
        .contains("Content Security Policy");
  }
}
