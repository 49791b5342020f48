package org.sumscan.registration.validation;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.registration.RegistrationSettings;

/**
 * Starts two validation workers, one of them reserved for what visitors asked for, and the
 * discovery of unlisted contracts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrationSettings.class)
class ValidationConfiguration {

  private static final Duration PACE = Duration.ofSeconds(2);
  private static final Duration DISCOVERY_PACE = Duration.ofSeconds(10);

  @Bean
  EngineThread oneValidationThread(ValidationEngine engine, RegistrationSettings settings) {
    return new EngineThread("Validation", Phase.LISTING, PACE, engine::step)
        .startedIf(settings.enabled());
  }

  @Bean
  EngineThread otherValidationThread(ValidationEngine engine, RegistrationSettings settings) {
    return new EngineThread("Other validation", Phase.LISTING, PACE, engine::stepAsked)
        .startedIf(settings.enabled());
  }

  @Bean
  EngineThread discoveryThread(Discoverer discoverer, RegistrationSettings settings) {
    return new EngineThread("Discovery", Phase.LISTING, DISCOVERY_PACE, discoverer::step)
        .startedIf(settings.enabled());
  }

  @Bean
  ApplicationListener<?> validationNews(
      EngineThread oneValidationThread, EngineThread otherValidationThread) {
    return ApplicationListener.forPayload(
        (ValidationQueued queued) -> {
          oneValidationThread.wake();
          otherValidationThread.wake();
        });
  }
}
