package org.sumscan.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;

/** Drives the listing of the configured models, at the start and as long as something fails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationConfiguration {

  private static final Duration PACE = Duration.ofSeconds(2);

  @Bean
  EngineThread listingThread(ConfiguredListing listing, RegistrationSettings settings) {
    return new EngineThread("Registration", Phase.LISTING, PACE, listing::step)
        .startedIf(settings.enabled());
  }
}
