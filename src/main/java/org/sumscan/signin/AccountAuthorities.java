package org.sumscan.signin;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.sumscan.kernel.Address;

/** What an account may do besides what everyone may who is signed in. */
@FunctionalInterface
public interface AccountAuthorities {

  /** The authorities of an account by the settings as they are now. */
  Collection<? extends GrantedAuthority> of(Address account);
}
