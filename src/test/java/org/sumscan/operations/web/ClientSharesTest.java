package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientSharesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ClientShares shares = new ClientShares(now::get);

  @ParameterizedTest
  @EnumSource(value = Work.class, mode = EnumSource.Mode.EXCLUDE, names = "READING")
  void endWithWhatIsAllowedAtOnceAndGrowWithTime(Work work) {
    use("192.0.2.1", work);
    int wait = shares.take("192.0.2.1", work);
    assertThat(wait).isBetween(1, 60);
    now.set(now.get().plusSeconds(wait));
    assertThat(shares.take("192.0.2.1", work)).isZero();
  }

  @Test
  void sayHowLongToWait() {
    use("192.0.2.1", Work.LISTING);
    assertThat(shares.take("192.0.2.1", Work.LISTING)).isEqualTo(3);
    now.set(now.get().plusSeconds(2));
    assertThat(shares.take("192.0.2.1", Work.LISTING)).isEqualTo(1);
  }

  @Test
  void areNotTakenFromOthersNorFromOtherWork() {
    use("192.0.2.1", Work.ASKING);
    assertThat(shares.take("192.0.2.2", Work.ASKING)).isZero();
    assertThat(shares.take("192.0.2.1", Work.WRITING)).isZero();
  }

  @Test
  void areOneForANetworkOfAnIpv6Client() {
    use("2001:db8::1", Work.ASKING);
    assertThat(shares.take("2001:db8::2", Work.ASKING)).isPositive();
    assertThat(shares.take("2001:db8:0:1::1", Work.ASKING)).isZero();
  }

  @Test
  void neverEndForReading() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(shares.take("192.0.2.1", Work.READING)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /samples, READING",
    "GET, /api/v1/samples.csv, EXPORT",
    "GET, /api/v1/samples.json, EXPORT",
    "POST, /api/models, LISTING",
    "POST, /api/v1/validations, LISTING",
    "POST, /register, LISTING",
    "POST, /api/v1/sign-in, SIGN_IN",
    "POST, /api/v1/sign-in/messages, SIGN_IN",
    "DELETE, /api/v1/sign-in, SIGN_IN",
    "POST, /api/data, WRITING",
    "POST, /api/accuracy, WRITING",
    "POST, /api/v1/originals, WRITING",
    "POST, /models/1/0x12/record, WRITING",
    "POST, /api/v1/models/1/0x12/record, WRITING",
    "POST, /api/v1/claims/plans, ASKING",
    "POST, /anything, ASKING"
  })
  void goByTheWorkThatARequestAsksFor(String method, String path, Work work) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    assertThat(Work.of(request)).isEqualTo(work);
  }

  private void use(String client, Work work) {
    for (int i = 0; i < work.atOnce(); i++) assertThat(shares.take(client, work)).isZero();
  }
}
