package org.sumscan.testing;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Some packages of the program wired as the program wires them, with transactions and JPA, on a
 * database of a test and without a web server. Close it when the test is over.
 */
public final class Parts implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Parts(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Wires these packages of {@code org.sumscan}, named by their last word. */
  public static Parts of(TestDatabase database, String... packages) {
    return of(database, Map.of(), packages);
  }

  /** The same with settings beside the usual ones. */
  public static Parts of(TestDatabase database, Map<String, Object> settings, String... packages) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.put("spring.datasource.url", database.url());
    all.put("spring.flyway.enabled", false);
    all.put("spring.main.banner-mode", "off");
    all.put("spring.datasource.hikari.maximum-pool-size", 8);
    List<String> names = Arrays.stream(packages).map(name -> "org.sumscan." + name).toList();
    return new Parts(
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties(all)
            .initializers(context -> scan((GenericApplicationContext) context, names))
            .run());
  }

  private static void scan(GenericApplicationContext context, List<String> packages) {
    AutoConfigurationPackages.register(context, packages.toArray(String[]::new));
    new ClassPathBeanDefinitionScanner(context).scan(packages.toArray(String[]::new));
  }

  /** The one part of that type. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  @EnableAutoConfiguration
  static class Wiring {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
