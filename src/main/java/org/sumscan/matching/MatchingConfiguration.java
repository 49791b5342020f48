package org.sumscan.matching;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.ledger.LedgerChanged;

/** Runs the matching after each submission and each change of the ledger, and every few seconds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingSettings.class)
class MatchingConfiguration {

  private static final Duration PACE = Duration.ofSeconds(5);

  @Bean
  EngineThread matchingThread(Matching matching, MatchingSettings settings) {
    return new EngineThread("The matching", Phase.READERS, PACE, matching::step)
        .startedIf(settings.enabled());
  }

  @Bean
  ApplicationListener<?> matchingNews(EngineThread matchingThread) {
    return ApplicationListener.forPayload((LedgerChanged change) -> matchingThread.wake());
  }
}
