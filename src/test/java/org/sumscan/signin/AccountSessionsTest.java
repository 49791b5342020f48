package org.sumscan.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.testing.SettableClock;
import org.sumscan.testing.TestDatabase;

/** What Spring Session keeps of who is signed in, and under which cookie. */
class AccountSessionsTest {

  private static final ChainId CHAIN = new ChainId(31337);
  private static final Address ACCOUNT = Key.of(1).account();
  private static final Duration LIFETIME = Duration.ofHours(12);

  private static TestDatabase database;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final List<GrantedAuthority> authorities = new ArrayList<>();
  private final SignInSettings settings = new SignInSettings(null, LIFETIME);
  private final JdbcIndexedSessionRepository stored = stored();
  private final AccountSessions sessions =
      new AccountSessions(stored, database.jdbc(), account -> List.copyOf(authorities), clock);

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private JdbcIndexedSessionRepository stored() {
    JdbcIndexedSessionRepository repository =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(database.dataSource()),
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
    new SessionStorage(settings).customize(repository);
    return repository;
  }

  /** One request of a browser, with its cookies. */
  private MockHttpServletResponse exchange(
      SignInSettings settings, @Nullable String cookie, FilterChain work) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/anything");
    if (cookie != null) request.setCookies(new Cookie("sumscan-session", cookie));
    MockHttpServletResponse response = new MockHttpServletResponse();
    SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(stored);
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(new SessionCookie(settings));
    filter.setHttpSessionIdResolver(ids);
    try {
      filter.doFilter(request, response, work);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
    return response;
  }

  private MockHttpServletResponse begun(Address account, @Nullable String cookie) {
    SignedIn signedIn = new SignedIn(CHAIN, account, clock.instant().plus(LIFETIME), List.of());
    return exchange(
        settings,
        cookie,
        (request, response) ->
            sessions.begin(signedIn, (HttpServletRequest) request, (HttpServletResponse) response));
  }

  private static String cookie(MockHttpServletResponse response) {
    Cookie cookie = response.getCookie("sumscan-session");
    assertThat(cookie).isNotNull();
    return cookie.getValue();
  }

  private String begin(Address account) {
    return cookie(begun(account, null));
  }

  private Optional<SignedIn> find(@Nullable String cookie) {
    AtomicReference<@Nullable SignedIn> found = new AtomicReference<>();
    exchange(
        settings,
        cookie,
        (request, response) ->
            found.set(
                (SignedIn)
                    sessions
                        .loadDeferredContext((HttpServletRequest) request)
                        .get()
                        .getAuthentication()));
    return Optional.ofNullable(found.get());
  }

  private MockHttpServletResponse end(String cookie) {
    return exchange(
        settings,
        cookie,
        (request, response) ->
            sessions.end((HttpServletRequest) request, (HttpServletResponse) response));
  }

  @Test
  void givesEverySessionAnIdOfItsOwn() {
    String one = begin(ACCOUNT);
    String two = begin(ACCOUNT);
    assertThat(one).isNotEqualTo(two);
    assertThat(end(one).getHeader("Set-Cookie")).contains("Max-Age=0");
    assertThat(find(one)).isEmpty();
    assertThat(find(two))
        .hasValueSatisfying(
            found -> {
              assertThat(found.account()).isEqualTo(ACCOUNT);
              assertThat(found.chain()).isEqualTo(CHAIN);
              assertThat(found.until()).isEqualTo(clock.instant().plus(LIFETIME));
            });
  }

  @Test
  void beginsAnewInABrowserThatHasASession() {
    String before = begin(Key.of(2).account());
    String after = cookie(begun(ACCOUNT, before));
    assertThat(after).isNotEqualTo(before);
    assertThat(find(before)).isEmpty();
    assertThat(find(after).map(SignedIn::account)).contains(ACCOUNT);
  }

  @Test
  void endsASessionByItselfHoweverMuchItIsUsed() {
    String cookie = begin(ACCOUNT);
    clock.advance(LIFETIME.minusSeconds(1));
    assertThat(find(cookie)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(find(cookie)).isEmpty();
  }

  @Test
  void asksAtEachRequestWhatTheAccountMayDo() {
    authorities.add(SignedIn.OPERATOR);
    String cookie = begin(ACCOUNT);
    assertThat(find(cookie).orElseThrow().isOperator()).isTrue();
    authorities.clear();
    assertThat(find(cookie).orElseThrow().isOperator()).isFalse();
  }

  @Test
  void keepsAFewSessionsOfAnAccountAndTheIdOfNone() {
    Address busy = Key.of(9).account();
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i <= AccountSessions.MOST_OF_AN_ACCOUNT; i++) cookies.add(begin(busy));
    assertThat(find(cookies.getFirst())).isEmpty();
    assertThat(find(cookies.getLast())).isPresent();
    List<String> ids =
        database
            .jdbc()
            .sql("select session_id from spring_session where principal_name = ?")
            .param(busy.toString())
            .query(String.class)
            .list();
    assertThat(ids)
        .hasSize(AccountSessions.MOST_OF_AN_ACCOUNT)
        .doesNotContainAnyElementsOf(cookies);
    for (String id : ids) assertThat(find(id)).isEmpty();
    String everything =
        database
            .jdbc()
            .sql(
                "select string_agg(s::text, ' ') || string_agg(encode(a.attribute_bytes, 'escape'),"
                    + " ' ') from spring_session s join spring_session_attributes a on"
                    + " a.session_primary_id = s.primary_id")
            .query(String.class)
            .single();
    for (String cookie : cookies) assertThat(everything).doesNotContain(cookie);
  }

  @Test
  void removesWhatHasExpiredWithTheNextSignIn() {
    String old = begin(Key.of(3).account());
    database
        .jdbc()
        .sql("update spring_session set expiry_time = 1 where principal_name = ?")
        .param(Key.of(3).account().toString())
        .update();
    begin(ACCOUNT);
    assertThat(find(old)).isEmpty();
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from spring_session where principal_name = ?")
                .param(Key.of(3).account().toString())
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\u0000",
        "00000000-0000-0000-0000-000000000000"
      })
  void knowsNoSessionByAMadeUpId(String cookie) {
    assertThat(find(cookie)).isEmpty();
  }

  @Test
  void setsACookieThatOnlyThisSitesBrowserSendsAndNoScriptReads() {
    assertThat(begun(ACCOUNT, null).getHeader("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Domain", "Secure");
    SignInSettings secure = new SignInSettings(URI.create("https://sumscan.example"), LIFETIME);
    SignedIn account = new SignedIn(CHAIN, ACCOUNT, clock.instant().plus(LIFETIME), List.of());
    MockHttpServletResponse response =
        exchange(
            secure,
            null,
            (request, answer) ->
                sessions.begin(
                    account, (HttpServletRequest) request, (HttpServletResponse) answer));
    assertThat(response.getHeader("Set-Cookie")).contains("; Secure");
  }

  @Test
  void setsNoCookieForWhoIsNotSignedIn() {
    MockHttpServletResponse response =
        exchange(
            settings,
            null,
            (request, answer) -> sessions.loadDeferredContext((HttpServletRequest) request).get());
    assertThat(response.getHeader("Set-Cookie")).isNull();
  }
}
