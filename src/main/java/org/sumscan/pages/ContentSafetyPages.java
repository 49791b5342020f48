package org.sumscan.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sumscan.catalog.Sight;
import org.sumscan.kernel.ModelId;

/** Tells a page which of its models are veiled, with a link for each that shows it nevertheless. */
@Configuration(proxyBeanMethods = false)
class ContentSafetyPages {

  @Bean
  WebMvcConfigurer linksThatReveal() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LinksForPages());
      }
    };
  }

  /**
   * What a page says of what it hides.
   *
   * @param all the address that shows everything
   */
  record Veil(String all, List<Veiled> models) {}

  /** A veiled model and the address that shows it. */
  record Veiled(String name, String href) {}

  private static final class LinksForPages implements HandlerInterceptor {

    /**
     * After the page was put together, when it is known what is veiled, and before it is written.
     */
    @Override
    public void postHandle(
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler,
        @Nullable ModelAndView page) {
      if (page == null || String.valueOf(page.getViewName()).startsWith("redirect:")) return;
      List<ModelId> veiled = Sight.current().map(Sight::revealable).orElse(List.of());
      if (veiled.isEmpty()) return;
      String here = here(request);
      page.addObject(
          "veil",
          new Veil(
              here + "reveal=true",
              veiled.stream()
                  .map(
                      id ->
                          new Veiled(
                              id.address().toString().substring(0, 10),
                              here + "reveal=" + Sight.name(id)))
                  .toList()));
    }

    /** The page's own address with what it was asked, ready for one more parameter. */
    private static String here(HttpServletRequest request) {
      // What a form carries is nobody's address.
      if (!request.getMethod().equals("GET")) return request.getRequestURI() + "?";
      List<String> kept = new ArrayList<>();
      for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
        for (String value : entry.getValue()) {
          boolean known = !value.equals("true") || !entry.getKey().equals("reveal");
          if (known) kept.add(encoded(entry.getKey()) + "=" + encoded(value) + "&");
        }
      }
      return request.getRequestURI() + "?" + String.join("", kept);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
