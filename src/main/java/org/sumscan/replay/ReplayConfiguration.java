package org.sumscan.replay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.ledger.LedgerChanged;

/** Drives the replay: when the ledger has news, and now and then anyway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayConfiguration {

  @Bean
  EngineThread replayThread(ReplayEngine engine, ReplaySettings settings) {
    return new EngineThread("The replay", Phase.READERS, settings.poll(), engine::step)
        .startedIf(settings.enabled());
  }

  @Bean
  EngineThread contractAnswersThread(ContractAnswers answers, ReplaySettings settings) {
    return new EngineThread(
            "Asking models that cannot be replayed", Phase.READERS, settings.poll(), answers::step)
        .startedIf(settings.enabled());
  }

  @Bean
  ApplicationListener<?> replayNews(EngineThread replayThread, EngineThread contractAnswersThread) {
    return ApplicationListener.forPayload(
        (LedgerChanged change) -> {
          replayThread.wake();
          contractAnswersThread.wake();
        });
  }
}
