package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestRatesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final RequestRates rates = new RequestRates(now::get);

  @ParameterizedTest
  @EnumSource(value = RequestClass.class, mode = EnumSource.Mode.EXCLUDE, names = "READING")
  void endWithWhatIsAllowedAtOnceAndGrowWithTime(RequestClass kind) {
    use("192.0.2.1", kind);
    Duration wait = rates.take("192.0.2.1", kind);
    assertThat(wait.toSeconds()).isBetween(1L, 60L);
    now.set(now.get().plus(wait));
    assertThat(rates.take("192.0.2.1", kind)).isZero();
  }

  @Test
  void sayHowLongToWait() {
    use("192.0.2.1", RequestClass.LISTING);
    assertThat(rates.take("192.0.2.1", RequestClass.LISTING)).hasSeconds(3);
    now.set(now.get().plusSeconds(2));
    assertThat(rates.take("192.0.2.1", RequestClass.LISTING)).hasSeconds(1);
  }

  @Test
  void areNotTakenFromOthersNorFromOtherRequestClass() {
    use("192.0.2.1", RequestClass.ASKING);
    assertThat(rates.take("192.0.2.2", RequestClass.ASKING)).isZero();
    assertThat(rates.take("192.0.2.1", RequestClass.WRITING)).isZero();
  }

  @Test
  void areOneForANetworkOfAnIpv6Client() {
    use("2001:db8::1", RequestClass.ASKING);
    assertThat(rates.take("2001:db8::2", RequestClass.ASKING)).isPositive();
    assertThat(rates.take("2001:db8:0:1::1", RequestClass.ASKING)).isZero();
  }

  @Test
  void neverEndForReading() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(rates.take("192.0.2.1", RequestClass.READING)).isZero();
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
  void goByTheClassOfARequest(String method, String path, RequestClass kind) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    assertThat(RequestClass.of(request)).isEqualTo(kind);
  }

  private void use(String client, RequestClass kind) {
    for (int i = 0; i < Objects.requireNonNull(kind.rate()).burst(); i++)
      assertThat(rates.take(client, kind)).isZero();
  }
}
