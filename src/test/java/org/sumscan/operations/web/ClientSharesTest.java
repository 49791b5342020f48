package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientSharesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ClientShares shares = new ClientShares(now::get);

  @Test
  void endWithTheBurstAndGrowWithTime() {
    use("192.0.2.1");
    assertThat(shares.take("192.0.2.1")).isFalse();
    now.set(now.get().plusMillis(100));
    assertThat(shares.take("192.0.2.1")).isTrue();
    assertThat(shares.take("192.0.2.1")).isFalse();
  }

  @Test
  void areNotTakenFromOthers() {
    use("192.0.2.1");
    assertThat(shares.take("192.0.2.2")).isTrue();
  }

  @Test
  void areOneForANetworkOfAnIpv6Client() {
    use("2001:db8::1");
    assertThat(shares.take("2001:db8::2")).isFalse();
    assertThat(shares.take("2001:db8:0:1::1")).isTrue();
  }

  private void use(String client) {
    for (int i = 0; i < ClientShares.BURST; i++) assertThat(shares.take(client)).isTrue();
  }
}
