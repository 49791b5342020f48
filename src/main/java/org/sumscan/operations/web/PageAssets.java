package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the bundled scripts and styles of the pages. The name of each file holds a hash of its
 * content, so browsers may keep it for a year; the build has compressed it already. Templates link
 * to {@code @{/assets/main.js}}, which becomes the name with the hash.
 */
@Component
class PageAssets implements WebMvcConfigurer {

  private static final String FOLDER = "/assets/";
  private static final Duration A_YEAR = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(FOLDER + "**")
        .addResourceLocations("classpath:/static" + FOLDER)
        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new HashedNames(manifest()))
        .addResolver(compressed());
  }

  private static EncodedResourceResolver compressed() {
    EncodedResourceResolver resolver = new EncodedResourceResolver();
    resolver.setContentCodings(List.of("br", "gzip"));
    return resolver;
  }

  private static Map<String, String> manifest() {
    try (InputStream manifest = new ClassPathResource("assets.json").getInputStream()) {
      return JsonMapper.shared().readValue(manifest, new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException("The pages' scripts and styles are not built", failure);
    }
  }

  /** Turns the names that templates use into those of the files. */
  private record HashedNames(Map<String, String> names) implements ResourceResolver {

    @Override
    public @Nullable Resource resolveResource(
        @Nullable HttpServletRequest request,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain next) {
      return next.resolveResource(request, path, locations);
    }

    @Override
    public @Nullable String resolveUrlPath(
        String path, List<? extends Resource> locations, ResourceResolverChain next) {
      return next.resolveUrlPath(names.getOrDefault(path, path), locations);
    }
  }
}
