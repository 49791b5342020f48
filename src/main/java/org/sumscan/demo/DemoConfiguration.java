package org.sumscan.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.live.LiveDemo;
import org.sumscan.demo.scenario.Timetable;
import org.sumscan.demo.settings.DemoSettings;
import org.sumscan.demo.settings.DemoWanted;
import org.sumscan.demo.wallet.WalletAccess;
import org.sumscan.demo.wallet.WalletAccount;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Originals;
import org.sumscan.registration.Registration;
import org.sumscan.startup.ChainBirth;
import org.sumscan.startup.EmbeddedChain;

/** Puts the demo together, and nothing of it where it is not wanted. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoWanted.class)
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

  /** The chain is born so long before the demo starts that its past fits between. */
  @Bean
  ChainBirth demoBirth(DemoSettings settings, Clock clock) {
    return () -> {
      Instant start = settings.start() == null ? clock.instant() : settings.start();
      return start.truncatedTo(ChronoUnit.SECONDS).minusSeconds(Timetable.LENGTH);
    };
  }

  @Bean(destroyMethod = "close")
  AnvilRpc demoRpc(EmbeddedChain chain) {
    return new AnvilRpc(chain.rpc());
  }

  @Bean
  WalletAccess walletAccess() {
    return new WalletAccess();
  }

  @Bean
  WalletAccount demoVisitor(AnvilRpc rpc) {
    return new WalletAccount(rpc);
  }

  @Bean
  LiveDemo liveDemo() {
    return new LiveDemo();
  }

  @Bean
  DemoStartup demoWorld(
      AnvilRpc rpc,
      EmbeddedChain chain,
      DemoSettings settings,
      Registration registration,
      Inbox inbox,
      Originals originals,
      LiveDemo live,
      Clock clock) {
    return new DemoStartup(rpc, chain, settings, registration, inbox, originals, live, clock);
  }
}
