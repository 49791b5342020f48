package org.sumscan.chain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.chain.NodeFault;

/** How much of an answer is taken from a node. */
class NodeHttpTest {

  private static final int BYTES = 1000;

  private final AtomicInteger length = new AtomicInteger();
  private final CountDownLatch brokenOff = new CountDownLatch(1);
  private HttpServer server;
  private NodeHttp http;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/sized",
        exchange -> {
          byte[] body = new byte[length.get()];
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) out.write(new byte[BYTES]);
          } catch (IOException nobodyListens) {
            brokenOff.countDown();
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    http = at("/sized");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private NodeHttp at(String path) {
    return new NodeHttp(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, BYTES - 1, BYTES})
  void takesAnAnswerUpToTheLimit(int bytes) {
    length.set(bytes);
    assertThat(http.exchange("{}", BYTES)).hasSize(bytes);
  }

  @Test
  void refusesALargerOneAsTooLarge() {
    length.set(BYTES + 1);
    assertThatThrownBy(() -> http.exchange("{}", BYTES))
        .isInstanceOfSatisfying(
            NodeFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(NodeFault.Kind.TOO_LARGE);
              assertThat(fault).hasMessageContaining("too large").hasMessageContaining("1000");
            });
  }

  @Test
  void breaksOffAnAnswerThatDoesNotEnd() throws InterruptedException {
    assertThatThrownBy(() -> at("/endless").exchange("{}", BYTES))
        .isInstanceOfSatisfying(
            NodeFault.class, fault -> assertThat(fault.kind()).isEqualTo(NodeFault.Kind.TOO_LARGE));
    assertThat(brokenOff.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
