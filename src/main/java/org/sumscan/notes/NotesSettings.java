package org.sumscan.notes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.sumscan.kernel.Address;

/**
 * The settings {@code sumscan.notes}.
 *
 * @param operators accounts that decide, once signed in, which models are hidden and which are on
 *     the allow-list; nobody by default
 */
@ConfigurationProperties("sumscan.notes")
record NotesSettings(@DefaultValue List<String> operators) {

  /**
   * @throws IllegalArgumentException if one is no address
   */
  NotesSettings {
    operators.forEach(Address::of);
    operators = List.copyOf(operators);
  }

  Set<Address> operatorAccounts() {
    return operators.stream().map(Address::of).collect(Collectors.toUnmodifiableSet());
  }
}
