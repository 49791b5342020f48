package org.sumscan.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.kernel.ModelId;
import org.sumscan.pages.links.RevealLink;

/** Tells a page what of it is veiled, with links that show it nevertheless. */
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
   * What a page says of what it hides, and the addresses of the same page with more or less of it.
   *
   * @param here the page's own address with what it was asked but for what is revealed
   * @param wishes what is revealed: names, or {@code true} for all
   * @param one the only model that is hidden; empty for none or several
   * @param hides whether anything is hidden that could be shown
   */
  record Redaction(String here, List<String> wishes, String one, boolean hides) {

    private static final String ALL = "true";
    private static final int MOST = 50;

    /** Where everything is shown; empty where it is, or nothing is hidden. */
    public String all() {
      return hides ? address(List.of(ALL), "") : "";
    }

    /** Where nothing is; empty where nothing is revealed. */
    public String none() {
      return wishes.isEmpty() ? "" : address(List.of(), "");
    }

    /** Where the only hidden model is shown; empty for none or several. */
    public String only() {
      return one.isEmpty() ? "" : address(more(one), "");
    }

    /** Where a row is shown that is not, or hidden again. */
    public String toggled(RevealLink row, String place) {
      List<String> other =
          row.shown()
              ? wishes.stream().filter(name -> !name.equals(row.name())).toList()
              : more(row.name());
      return address(other, "#" + place + row.name());
    }

    /** The oldest wish gives way where there are too many. */
    private List<String> more(String name) {
      List<String> more = new ArrayList<>(wishes);
      more.add(name);
      return more.size() > MOST ? more.subList(1, more.size()) : more;
    }

    private String address(List<String> names, String fragment) {
      String query = names.stream().map(name -> "reveal=" + name).collect(Collectors.joining("&"));
      String bare = query.isEmpty() ? here.substring(0, here.length() - 1) : here + query;
      return bare + fragment;
    }
  }

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
      ContentVisibility visibility =
          ContentVisibility.current().filter(ContentVisibility::isGuarding).orElse(null);
      if (visibility == null) return;
      List<ModelId> redacted = visibility.revealable();
      List<String> wishes = visibility.showsAll() ? List.of(Redaction.ALL) : visibility.revealed();
      if (redacted.isEmpty() && wishes.isEmpty()) return;
      String one = redacted.size() == 1 ? ContentVisibility.name(redacted.getFirst()) : "";
      page.addObject("veil", new Redaction(here(request), wishes, one, !redacted.isEmpty()));
    }

    /** Ready for one more parameter. */
    private static String here(HttpServletRequest request) {
      // What a form carries is nobody's address.
      if (!request.getMethod().equals("GET")) return request.getRequestURI() + "?";
      List<String> kept = new ArrayList<>();
      for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
        if (entry.getKey().equals("reveal")) continue;
        for (String value : entry.getValue()) {
          kept.add(encoded(entry.getKey()) + "=" + encoded(value) + "&");
        }
      }
      return request.getRequestURI() + "?" + String.join("", kept);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
