package org.sumscan.api.samples;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.request.PathParameters;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.reading.AccountClaims;
import org.sumscan.reading.BlockTimes;

/** Answers what an address did with each model, and what it can claim. */
@RestController("accountInterface")
class AccountApiController {

  private static final int CLAIMABLE = 100;

  private final Accounts accounts;
  private final AccountClaims claims;
  private final SampleBodies bodies;
  private final BlockTimes times;

  AccountApiController(
      Accounts accounts, AccountClaims claims, SampleBodies bodies, BlockTimes times) {
    this.accounts = accounts;
    this.claims = claims;
    this.bodies = bodies;
    this.times = times;
  }

  /**
   * An address; without models where it did nothing.
   *
   * @param paysNow up to 100 samples that pay it now, those that pay most first on each chain
   * @param open up to 100 of its own samples of which something can still be claimed, those first
   *     that anyone can take first
   */
  record Account(
      String address, List<Share> models, List<SampleBody> paysNow, List<SampleBody> open) {}

  /** What it did with one model, written into one flat object. */
  record Share(
      long chainId,
      String model,
      @JsonUnwrapped Added added,
      @JsonUnwrapped Refunds refunds,
      @JsonUnwrapped Reports reports) {

    static Share of(Contribution row) {
      return new Share(
          row.model().chain().value(),
          row.model().address().toString(),
          new Added(row.samples(), row.deposited().toString()),
          new Refunds(row.refunds(), row.refunded().toString()),
          new Reports(row.reports(), row.earned().toString(), row.lost().toString()));
    }
  }

  /**
   * Samples that it added.
   *
   * @param deposited in wei
   */
  record Added(long samples, String deposited) {}

  /**
   * Its samples that were refunded to it.
   *
   * @param refunded in wei
   */
  record Refunds(long refunds, String refunded) {}

  /**
   * Samples that it reported.
   *
   * @param earned by reports, in wei
   * @param lost to others' reports, in wei
   */
  record Reports(long reports, String earned, String lost) {}

  @GetMapping("/api/v1/accounts/{address}")
  Account account(@PathVariable String address) {
    Address account = PathParameters.address(address);
    List<ChainId> chains = List.copyOf(times.snapshot().chains().keySet());
    return new Account(
        account.toString(),
        accounts.of(account).stream().map(Share::of).toList(),
        bodies.of(claims.payingNow(account, chains, CLAIMABLE)),
        bodies.of(claims.open(account, CLAIMABLE)));
  }
}
