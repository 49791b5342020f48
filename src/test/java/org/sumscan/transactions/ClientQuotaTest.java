package org.sumscan.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sumscan.testing.SettableClock;

class ClientQuotaTest {

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final ClientQuota quota = new ClientQuota(clock);

  @Test
  void endsForOneClientAndNotForOthers() {
    useUp("one");
    assertThat(quota.take("one")).isFalse();
    assertThat(quota.take("other")).isTrue();
  }

  @Test
  void isThereAgainAfterAnHour() {
    useUp("one");
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(quota.take("one")).isTrue();
  }

  private void useUp(String client) {
    for (int i = 0; i < ClientQuota.AN_HOUR; i++) assertThat(quota.take(client)).isTrue();
  }
}
