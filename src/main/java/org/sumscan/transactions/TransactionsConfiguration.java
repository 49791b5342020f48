package org.sumscan.transactions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sumscan.engine.EngineThread;
import org.sumscan.engine.Phase;
import org.sumscan.ledger.LedgerChanged;

/** Drives the looks at transactions: when the ledger has news, and now and then anyway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransactionsSettings.class)
class TransactionsConfiguration {

  @Bean
  EngineThread transactionsThread(WatchEngine engine, TransactionsSettings settings) {
    return new EngineThread("Following transactions", Phase.READERS, settings.poll(), engine::step)
        .startedIf(settings.enabled());
  }

  @Bean
  ApplicationListener<?> transactionsNews(EngineThread transactionsThread) {
    return ApplicationListener.forPayload((LedgerChanged change) -> transactionsThread.wake());
  }
}
