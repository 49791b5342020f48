package org.sumscan.registration.validation.contracts;

import java.util.List;
import org.sumscan.catalog.Models;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** The checks of an address and of the contracts that it names. */
public final class ContractChecks {

  private ContractChecks() {}

  /** All of them, in the order in which they are made. */
  public static List<ValidationCheck> all(Models models) {
    return List.of(
        new AddressCheck(),
        new ChainCheck(),
        new CodeCheck(),
        new ListedCheck(models),
        new InterfaceCheck(),
        new PartsCheck(),
        new RolesCheck(),
        new OwnershipCheck());
  }
}
