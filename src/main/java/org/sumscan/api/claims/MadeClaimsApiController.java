package org.sumscan.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.claims.ClaimPage;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;

/**
 * Answers the claims of an account that the index holds, by which a page finds out what became of
 * one whose transaction it does not know.
 */
@RestController("madeClaimsInterface")
class MadeClaimsApiController {

  private static final int USUAL = 100;

  private final Claims claims;

  MadeClaimsApiController(Claims claims) {
    this.claims = claims;
  }

  /**
   * Some claims, the newest first.
   *
   * @param next the cursor of the next page; null on the last
   */
  record Page(List<MadeClaim> items, @Nullable String next) {}

  /**
   * One claim.
   *
   * @param kind {@code refund} or {@code report}
   * @param sample where the sample was added; null while that is not known for certain
   * @param amount in wei
   * @param blockTime seconds since 1970
   */
  record MadeClaim(
      long chainId,
      String model,
      String kind,
      ClaimsApiController.@Nullable NamedSample sample,
      String amount,
      String transactionHash,
      long blockNumber,
      long blockTime) {

    static MadeClaim of(Claim claim) {
      LogRef sample = claim.sample();
      return new MadeClaim(
          claim.model().chain().value(),
          claim.model().address().toString(),
          claim.kind().text(),
          sample == null
              ? null
              : new ClaimsApiController.NamedSample(
                  sample.transaction().toString(), sample.index()),
          claim.amount().toString(),
          claim.log().transaction().toString(),
          claim.position().block(),
          claim.blockTime());
    }
  }

  @GetMapping("/api/v1/claims")
  Page made(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("account", "limit", "cursor"));
    Address account = parameters.address("account");
    if (account == null) throw new InvalidQuestion("Name an account: “account”.");
    int limit = parameters.number("limit", 1, ClaimQuery.MOST, USUAL);
    ClaimPage page = claims.search(query(account, limit, parameters.text("cursor")));
    return new Page(page.claims().stream().map(MadeClaim::of).toList(), page.next());
  }

  private static ClaimQuery query(Address account, int limit, @Nullable String cursor) {
    return new ClaimQuery(null, account, null, limit, cursor);
  }
}
