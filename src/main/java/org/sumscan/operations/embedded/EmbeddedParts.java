package org.sumscan.operations.embedded;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.config.ConfiguredChains;
import org.sumscan.operations.readiness.Readiness;
import org.sumscan.startup.ChainBirth;

/** Starts the embedded parts in the place of those that are not configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedSettings.class)
class EmbeddedParts {

  @Configuration(proxyBeanMethods = false)
  @Conditional(Unconfigured.AnyPart.class)
  static class Folder {

    @Bean
    DataFolder dataFolder(EmbeddedSettings settings, Environment environment) {
      // Before anything is written, in a place that may not even be writable.
      if (Unconfigured.isDatabase(environment)) EmbeddedDatabase.requirePrograms();
      return DataFolder.take(settings.dataDir());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(Unconfigured.Database.class)
  static class Database {

    @Bean(destroyMethod = "stop")
    EmbeddedDatabase embeddedDatabase(DataFolder data, Readiness readiness)
        throws IOException, InterruptedException {
      readiness.begin("Starting the database");
      return EmbeddedDatabase.start(data.folder("postgresql"));
    }

    @Bean
    EmbeddedDataFolder embeddedDataFolder(DataFolder data) {
      return new EmbeddedDataFolder(data.path());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
      return new JdbcConnectionDetails() {
        @Override
        public String getUsername() {
          return EmbeddedDatabase.USER;
        }

        @Override
        public String getPassword() {
          return database.password();
        }

        @Override
        public String getJdbcUrl() {
          return database.url();
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(Unconfigured.Chain.class)
  static class Chain {

    @Bean(destroyMethod = "stop")
    AnvilChain embeddedChain(
        DataFolder data,
        EmbeddedSettings settings,
        ObjectProvider<ChainBirth> birth,
        Clock clock,
        Readiness readiness,
        Environment environment)
        throws IOException, InterruptedException {
      readiness.begin("Starting the local chain");
      return AnvilChain.start(
          settings.demo().anvil(),
          data.folder("chain"),
          settings.demo().rpcPort(),
          "http://localhost:" + environment.getProperty("server.port", "8080"),
          () -> birth.getIfAvailable(() -> clock::instant).genesis(),
          clock);
    }

    @Bean
    ConfiguredChains embeddedConfiguration(AnvilChain chain) {
      return () -> List.of(ConfiguredChain.embedded("Demo", chain.rpc()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(Unconfigured.ChainThatOthersRun.class)
  static class OthersChain {

    @Bean
    AttachedChain attachedChain(EmbeddedSettings settings) throws InterruptedException {
      return AttachedChain.at(Objects.requireNonNull(settings.demo().chainUrl()));
    }

    @Bean
    ConfiguredChains attachedConfiguration(AttachedChain chain) {
      return () -> List.of(ConfiguredChain.embedded("Demo", chain.rpc()));
    }
  }
}
