package org.sumscan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.sumscan.demo.settings.DemoWanted;
import org.sumscan.startup.ChainBirth;

class DemoWantedTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(DemoConfiguration.class);

  @Test
  void nothingOfTheDemoIsLoadedWhereChainsAreConfigured() {
    context
        .withPropertyValues("sumscan.chains[0].rpc-urls=http://localhost:1")
        .run(loaded -> assertThat(loaded).hasNotFailed().doesNotHaveBean(ChainBirth.class));
  }

  @Test
  void nothingOfTheDemoIsLoadedWhereItIsTurnedOff() {
    context
        .withPropertyValues("sumscan.demo.enabled=false")
        .run(loaded -> assertThat(loaded).hasNotFailed().doesNotHaveBean(DemoStartup.class));
  }

  @Test
  void theDemoIsLoadedOtherwise() {
    new ApplicationContextRunner()
        .withUserConfiguration(Marked.class)
        .run(loaded -> assertThat(loaded).hasBean("mark"));
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(DemoWanted.class)
  static class Marked {

    @Bean
    String mark() {
      return "the demo is wanted";
    }
  }
}
