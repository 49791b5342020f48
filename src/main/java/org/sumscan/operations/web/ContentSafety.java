package org.sumscan.operations.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sumscan.catalog.ContentVisibility;

/**
 * Sets what each request may see: whether names, labels and data of models that are not on the
 * operator's allow-list are redacted, and which of them the visitor asked to see with {@code
 * reveal}.
 */
@Component
@Order(0)
@EnableConfigurationProperties(ContentSafetySettings.class)
class ContentSafety extends OncePerRequestFilter {

  /**
   * The parameter: {@code true}; or a model's chain and address with a hyphen between; or a
   * sample's chain, transaction and log index with hyphens between.
   */
  static final String REVEAL = "reveal";

  private static final String ALL = "true";
  private static final Pattern NAME =
      Pattern.compile("[0-9]{1,20}-0x(?:[0-9a-f]{40}|[0-9a-f]{64}-[0-9]{1,10})");

  private static final int MOST = 50;

  private final ContentSafetySettings settings;

  ContentSafety(ContentSafetySettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentVisibility visibility = visibility(request);
    request.setAttribute("sight", visibility);
    IOException[] broken = {null};
    visibility.<ServletException>around(
        () -> {
          try {
            chain.doFilter(request, response);
          } catch (IOException e) {
            broken[0] = e;
          }
        });
    if (broken[0] != null) throw broken[0];
  }

  private ContentVisibility visibility(HttpServletRequest request) {
    String[] values = request.getParameterValues(REVEAL);
    if (values == null) return new ContentVisibility(settings.enabled(), false, List.of());
    List<String> wanted =
        Arrays.stream(values).map(value -> value.strip().toLowerCase(Locale.ROOT)).toList();
    return new ContentVisibility(
        settings.enabled(),
        wanted.contains(ALL),
        wanted.stream().filter(NAME.asMatchPredicate()).limit(MOST).toList());
  }

  /** Takes the visibility along to the threads that write long answers. */
  @Component
  static class OnOtherThreads {

    @Bean
    TaskDecorator visibilityOfTheRequest() {
      return task ->
          ContentVisibility.current()
              .<Runnable>map(visibility -> () -> visibility.<RuntimeException>around(task::run))
              .orElse(task);
    }
  }
}
