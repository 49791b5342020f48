package org.sumscan.matching;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.ledger.LedgerChanged;

/** Drives the matching: when something was sent or the ledger has news, and now and then anyway. */
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
