package org.sumscan.demo.accounts;

import java.util.List;
import org.sumscan.kernel.Address;

/** Whose account is whose, in the order of {@link Person}. */
public record DemoAccounts(List<Address> accounts) {

  /**
   * @throws IllegalArgumentException if there are fewer accounts than persons
   */
  public DemoAccounts {
    if (accounts.size() < Person.values().length) {
      throw new IllegalArgumentException(
          "the demo needs %d accounts, not %d".formatted(Person.values().length, accounts.size()));
    }
    accounts = List.copyOf(accounts);
  }

  public Address of(Person person) {
    return accounts.get(person.ordinal());
  }
}
