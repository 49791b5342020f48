package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Hands test methods the one {@link Browser} of this run and fails a test whose pages complained.
 *
 * <p>A test within which the browser or a page crashes is run again once, with a browser that is
 * started anew; whatever else fails a test is final. Only the method is run again, on the same
 * instance: so its class has no methods that run around each test.
 */
public final class BrowserExtension
    implements ParameterResolver, InvocationInterceptor, AfterEachCallback {

  /** The configuration parameter that names the file which keeps a line for each crash. */
  static final String CRASHES = "sumscan.test.browser-crashes";

  private static final String DEFAULT_CRASHES = "target/browser-crashes.txt";
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  private static SharedBrowser shared(ExtensionContext context) {
    String crashes = context.getConfigurationParameter(CRASHES).orElse(DEFAULT_CRASHES);
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            SharedBrowser.class, key -> new SharedBrowser(Path.of(crashes)), SharedBrowser.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), Testable.class)) {
      throw new ParameterResolutionException("only a test method is handed a browser");
    }
    Class<?> test = context.getRequiredTestClass();
    if (hasMethods(test, BeforeEach.class) || hasMethods(test, AfterEach.class)) {
      throw new ParameterResolutionException(
          test.getName()
              + " has methods that run around each test: a test with a browser may be run again"
              + " without them, so it does everything in its own method");
    }
    return shared(context).alive(name(context));
  }

  private static boolean hasMethods(Class<?> type, Class<? extends Annotation> annotation) {
    return !AnnotationSupport.findAnnotatedMethods(
            type, annotation, HierarchyTraversalMode.TOP_DOWN)
        .isEmpty();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    intercept(invocation, method, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    intercept(invocation, method, context);
  }

  private static void intercept(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Throwable failure = failure(invocation);
    Browser browser = handedTo(method);
    Optional<String> crash = browser == null ? Optional.empty() : browser.crash();
    if (crash.isPresent()) {
      String report = crash.get() + " in " + name(context) + ", which is run again";
      failure = again(method, shared(context).replace(report), context);
    }
    if (failure != null) throw failure;
  }

  private static @Nullable Throwable again(
      ReflectiveInvocationContext<Method> method, Browser fresh, ExtensionContext context) {
    Object[] arguments =
        method.getArguments().stream()
            .map(argument -> argument instanceof Browser ? fresh : argument)
            .toArray();
    Throwable failure =
        failure(
            () -> {
              ReflectionSupport.invokeMethod(
                  method.getExecutable(), method.getTarget().orElse(null), arguments);
              return null;
            });
    Optional<String> crash = fresh.crash();
    if (crash.isEmpty()) return failure;
    String report = crash.get() + " in " + name(context) + " again, which fails";
    shared(context).replace(report);
    return new AssertionError(report, failure);
  }

  private static @Nullable Throwable failure(Invocation<Void> invocation) {
    try {
      invocation.proceed();
      return null;
    } catch (Throwable failure) {
      return failure;
    }
  }

  private static @Nullable Browser handedTo(ReflectiveInvocationContext<Method> method) {
    return method.getArguments().stream()
        .filter(Browser.class::isInstance)
        .map(Browser.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** A test's class, method and, of a parameterized one, arguments. */
  private static String name(ExtensionContext context) {
    String method = context.getRequiredTestMethod().getName();
    String shown = context.getDisplayName();
    String arguments = shown.startsWith(method + "(") ? "" : " " + shown;
    return context.getRequiredTestClass().getName() + "." + method + arguments;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browser browser = shared(context).current();
    if (browser == null) return;
    try {
      browser.closePages();
    } catch (PlaywrightException failure) {
      if (browser.crash().isEmpty()) throw failure;
    }
    assertThat(browser.takeComplaints()).as("complaints of the pages").isEmpty();
  }
}
