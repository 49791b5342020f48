package org.sumscan.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * Keeps in a session which account is signed in. What the account may do is not kept: it is decided
 * at each request, so that whoever is no operator any more has no operator's session left.
 */
@Component
public class AccountSessions implements SecurityContextRepository {

  static final int MOST_OF_AN_ACCOUNT = 10;

  private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String CHAIN = "chain";
  private static final String UNTIL = "until";

  private final JdbcIndexedSessionRepository sessions;
  private final JdbcClient database;
  private final AccountAuthorities authorities;
  private final Clock clock;
  private final SessionFixationProtectionStrategy freshSession =
      new SessionFixationProtectionStrategy();
  private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

  AccountSessions(
      JdbcIndexedSessionRepository sessions,
      JdbcClient database,
      AccountAuthorities authorities,
      Clock clock) {
    this.sessions = sessions;
    this.database = database;
    this.authorities = authorities;
    this.clock = clock;
    // Nothing of what a browser had before it signed in goes on.
    freshSession.setMigrateSessionAttributes(false);
    logout.setSecurityContextRepository(this);
  }

  /** Begins a session under an id that nobody has seen; an account's oldest ones make room. */
  public void begin(SignedIn account, HttpServletRequest request, HttpServletResponse response) {
    freshSession.onAuthentication(account, request, response);
    makeRoom(account.getName());
    saveContext(new SecurityContextImpl(account), request, response);
  }

  /** Ends the session of a request, if there is one, and has the browser forget its cookie. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    logout.logout(request, response, null);
  }

  private void makeRoom(String account) {
    sessions.cleanUpExpiredSessions();
    database
        .sql(
            """
            delete from spring_session where primary_id in (
              select primary_id from spring_session where principal_name = ?
              order by creation_time desc offset ?)
            """)
        .params(account, MOST_OF_AN_ACCOUNT - 1)
        .update();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (!(context.getAuthentication() instanceof SignedIn account)) return;
    HttpSession session = request.getSession();
    session.setAttribute(ACCOUNT, account.getName());
    session.setAttribute(CHAIN, account.chain().value());
    session.setAttribute(UNTIL, account.until());
  }

  /** Looks for a session only once someone asks who is signed in. */
  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return account(request) != null;
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
    return loadDeferredContext(exchange.getRequest()).get();
  }

  private @Nullable SignedIn account(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(ACCOUNT) instanceof String name)
        || !(session.getAttribute(CHAIN) instanceof Long chain)
        || !(session.getAttribute(UNTIL) instanceof Instant until)
        || !until.isAfter(clock.instant())) {
      return null;
    }
    Address account = Address.of(name);
    return new SignedIn(new ChainId(chain), account, until, authorities.of(account));
  }

  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        SignedIn account = account(request);
        context = account == null ? new SecurityContextImpl() : new SecurityContextImpl(account);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
