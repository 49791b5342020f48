package org.sumscan.demo;

import java.util.List;
import org.sumscan.kernel.Address;

/** Whose account is whose, in the order of {@link Person}. */
record DemoAccounts(List<Address> accounts) {

  /**
   * @throws IllegalArgumentException if there are fewer accounts than persons
   */
  DemoAccounts {
    if (accounts.size() < Person.values().length) {
      throw new IllegalArgumentException(
          "the demo needs %d accounts, not %d".formatted(Person.values().length, accounts.size()));
    }
    accounts = List.copyOf(accounts);
  }

  Address of(Person person) {
    return accounts.get(person.ordinal());
  }
}
