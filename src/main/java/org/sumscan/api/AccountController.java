package org.sumscan.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.kernel.Address;
import org.sumscan.ledger.Accounts;
import org.sumscan.ledger.Contribution;

/** Answers what an address did with each model. */
@RestController("accountInterface")
class AccountController {

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  /** An address; without models where it did nothing. */
  record Account(String address, List<Share> models) {}

  /**
   * What it did with one model.
   *
   * @param deposited in wei
   * @param refunds how many of its samples were refunded to it
   * @param refunded in wei
   * @param reports how many samples it reported
   * @param earned by reports, in wei
   */
  record Share(
      long chainId,
      String model,
      long samples,
      String deposited,
      long refunds,
      String refunded,
      long reports,
      String earned) {

    static Share of(Contribution row) {
      return new Share(
          row.model().chain().value(),
          row.model().address().toString(),
          row.samples(),
          row.deposited().toString(),
          row.refunds(),
          row.refunded().toString(),
          row.reports(),
          row.earned().toString());
    }
  }

  @GetMapping("/api/v1/accounts/{address}")
  Account account(@PathVariable String address) {
    Address account = Found.address(address);
    return new Account(account.toString(), accounts.of(account).stream().map(Share::of).toList());
  }
}
