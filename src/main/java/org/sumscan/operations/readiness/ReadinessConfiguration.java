package org.sumscan.operations.readiness;

import org.apache.catalina.core.StandardHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.sumscan.operations.web.PlainErrorValve;
import org.sumscan.operations.web.SecurityHeadersValve;

@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger("org.sumscan.Sumscan");

  @Bean
  static Readiness readiness() {
    return new Readiness();
  }

  @Bean
  static ServletWebServerFactory webServerFactory(Readiness readiness) {
    EarlyWebServerFactory factory = new EarlyWebServerFactory();
    factory.addEngineValves(new SecurityHeadersValve(), new DoorValve(readiness));
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(PlainErrorValve.class.getName());
          }
        });
    return factory;
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> announcement(Environment environment) {
    return event ->
        LOG.info(
            "Sumscan is ready: http://localhost:{}", environment.getProperty("local.server.port"));
  }
}
