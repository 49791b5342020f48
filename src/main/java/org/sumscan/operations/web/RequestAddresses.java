package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sumscan.reading.Parameters;

/**
 * What holds for the address of every request: a slash at its end changes nothing, and a parameter
 * that nobody reads is refused, since a mistyped filter would else show everything.
 */
@Configuration(proxyBeanMethods = false)
class RequestAddresses {

  /** Without a redirect, whose target a path with two slashes could make another site's. */
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> slashesAtTheEnd() {
    var filter =
        new FilterRegistrationBean<>(
            UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  WebMvcConfigurer unknownParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters());
      }
    };
  }

  /**
   * Looks at what is got of pages and of the interface (monitors may add what they like to the
   * health check) by methods that name their parameters one by one; those that take the whole
   * request say themselves what they know.
   */
  private static final class UnknownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (handler instanceof HandlerMethod method
          && Set.of("GET", "HEAD").contains(request.getMethod())
          && method.getBeanType().getName().matches("org\\.sumscan\\.(pages|api)\\..*")
          && parameters(method).noneMatch(RequestAddresses::isWholeRequest)) {
        new Parameters(request.getParameterMap()).allow(named(method));
      }
      return true;
    }

    private static Set<String> named(HandlerMethod method) {
      return parameters(method)
          .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
          .map(parameter -> parameter.getParameter().getName())
          .collect(Collectors.toSet());
    }

    private static Stream<MethodParameter> parameters(HandlerMethod method) {
      return Arrays.stream(method.getMethodParameters());
    }
  }

  private static boolean isWholeRequest(MethodParameter parameter) {
    return HttpServletRequest.class.isAssignableFrom(parameter.getParameterType());
  }
}
