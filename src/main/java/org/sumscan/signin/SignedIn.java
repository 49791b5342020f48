package org.sumscan.signin;

import java.time.Instant;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/** An account that is signed in from one browser. It is never stored: {@link AccountSessions}. */
public final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  /** May hide models, remove notes and keep the allow-list. */
  public static final GrantedAuthority OPERATOR = new SimpleGrantedAuthority("ROLE_OPERATOR");

  private final transient ChainId chain;
  private final transient Address account;
  private final Instant until;

  SignedIn(
      ChainId chain,
      Address account,
      Instant until,
      Collection<? extends GrantedAuthority> authorities) {
    super(authorities);
    this.chain = chain;
    this.account = account;
    this.until = until;
    setAuthenticated(true);
  }

  /** The chain on which the account is an account; it matters for contracts. */
  public ChainId chain() {
    return chain;
  }

  /** The account. */
  public Address account() {
    return account;
  }

  /** When the session ends, however much it is used. */
  public Instant until() {
    return until;
  }

  /** Whether the account is an operator's. */
  public boolean isOperator() {
    return getAuthorities().contains(OPERATOR);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return account;
  }
}
