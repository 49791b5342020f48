package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one {@link Browser} of this run, started when first asked for, and fails a test
 * whose pages complained.
 */
public final class BrowserExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Browser.class, key -> new Browser(), Browser.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browser browser = context.getRoot().getStore(NAMESPACE).get(Browser.class, Browser.class);
    if (browser != null) {
      browser.closePages();
      assertThat(browser.takeComplaints()).as("complaints of the pages").isEmpty();
    }
  }
}
