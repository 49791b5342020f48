package org.sumscan.operations.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bundled scripts and styles of the pages. The name of each file holds a hash of its content,
 * so browsers may keep it for a year.
 */
@Component("assets")
public class PageAssets implements WebMvcConfigurer {

  private static final String FOLDER = "/assets/";
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final Map<String, String> names = names();

  /**
   * Where browsers find an asset.
   *
   * @param name its name without the hash, such as {@code main.js}
   * @throws IllegalArgumentException if the build makes no such file
   */
  public String path(String name) {
    String hashed = names.get(name);
    if (hashed == null) throw new IllegalArgumentException("There is no asset " + name);
    return FOLDER + hashed;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(FOLDER + "**")
        .addResourceLocations("classpath:/static" + FOLDER)
        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
  }

  private static Map<String, String> names() {
    try (InputStream manifest = new ClassPathResource("assets.json").getInputStream()) {
      return JsonMapper.shared().readValue(manifest, new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException("The pages' scripts and styles are not built", failure);
    }
  }
}
