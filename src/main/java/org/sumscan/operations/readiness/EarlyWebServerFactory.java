package org.sumscan.operations.readiness;

import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Makes a web server that listens as soon as it exists, which is before most other beans do: the
 * door in front of it answers until they are there, and a port that is taken ends the start before
 * anything else has begun.
 */
final class EarlyWebServerFactory extends TomcatServletWebServerFactory {

  @Override
  protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
    TomcatWebServer server = super.getTomcatWebServer(tomcat);
    try {
      server.start();
      return server;
    } catch (RuntimeException failure) {
      // Nobody else knows it yet, and its thread would keep the program from ending.
      server.destroy();
      throw failure;
    }
  }
}
