package org.sumscan.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeTimeout;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.NodeHttp;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.SettableClock;

/**
 * A node that takes questions and never answers holds up nobody but who asks whether it is back.
 */
class NodeTimeoutTest {

  private final Anvil anvil = Anvil.start();
  private final FakeNode fake = FakeNode.before(anvil.url());
  private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(2_000_000_000));
  private final Endpoint endpoint = new Endpoint(new NodeHttp(fake.url()), clock);
  private final ChainNode node =
      new RpcChainNode(
          new ChainId(31337),
          ConfiguredChain.embedded("test", fake.url()),
          new Endpoints(new ChainId(31337), List.of(endpoint)));

  @AfterEach
  void close() {
    fake.close();
    anvil.close();
  }

  @Test
  void isNotAskedAgainUntilItHasShownItsHead() {
    node.code(Address.ZERO, null);
    endpoint.health().failed(new NodeTimeout("test", "no answer", new IOException()));
    int asked = fake.asked().size();
    assertThatThrownBy(() -> node.code(Address.ZERO, null))
        .isInstanceOf(NodeFault.class)
        .hasMessageContaining("has not answered");
    assertThat(fake.asked()).hasSize(asked);
    node.head();
    assertThat(node.code(Address.ZERO, null)).isEmpty();
  }

  @Test
  void isNotAskedWhatItThinksOfAnothersAnswer() {
    List<Endpoint> both = List.of(new Endpoint(new NodeHttp(anvil.url()), clock), endpoint);
    ChainNode two =
        new RpcChainNode(node.id(), node.configuration(), new Endpoints(node.id(), both));
    two.logs(new BlockRange(0, 0));
    assertThat(fake.asked()).contains("eth_getLogs");
    endpoint.health().failed(new NodeTimeout(endpoint.host(), "no answer", new IOException()));
    clock.advance(Duration.ofMinutes(1));
    int asked = fake.asked().size();
    two.logs(new BlockRange(0, 0));
    assertThat(fake.asked()).hasSize(asked);
  }

  @Test
  void isAskedAgainAfterAWhileWhoeverAsks() {
    endpoint.health().failed(new NodeTimeout("test", "no answer", new IOException()));
    clock.advance(Duration.ofMinutes(3));
    assertThat(node.code(Address.ZERO, null)).isEmpty();
  }

  @Test
  void isKnownByItsSilence() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort());
      NodeHttp http = new NodeHttp(url, Duration.ofMillis(200));
      assertThatThrownBy(() -> http.exchange("{}", 1_000)).isInstanceOf(NodeTimeout.class);
    }
  }
}
