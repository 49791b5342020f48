package org.sumscan.notes;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;

/** The accounts that decide which models are hidden and which are on the allow-list. */
@Component
@EnableConfigurationProperties(NotesSettings.class)
public class Operators {

  private final Set<Address> accounts;

  Operators(NotesSettings settings) {
    this.accounts = settings.operatorAccounts();
  }

  /** Whether an account is one of them. */
  public boolean contains(Address account) {
    return accounts.contains(account);
  }
}
