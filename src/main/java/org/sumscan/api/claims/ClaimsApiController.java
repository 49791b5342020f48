package org.sumscan.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NoAnswer;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.request.PathParameters;
import org.sumscan.claims.Draft;
import org.sumscan.claims.Eligibility;
import org.sumscan.claims.EligibilityResult;
import org.sumscan.claims.Plans;
import org.sumscan.claims.Signing;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;

/** Answers who can claim what, and drafts the transactions for it. */
@RestController("claimsInterface")
class ClaimsApiController {

  private static final String OF_SAMPLE =
      "/api/v1/samples/{chainId}/{transactionHash}/{logIndex}/claims";

  private final Eligibility eligibility;
  private final Signing signing;
  private final Plans plans;

  ClaimsApiController(Eligibility eligibility, Signing signing, Plans plans) {
    this.eligibility = eligibility;
    this.signing = signing;
    this.plans = plans;
  }

  /**
   * Who wants to claim, and how.
   *
   * @param mode {@code refund}, {@code report-share}, {@code report-owner} or {@code report-anyone}
   */
  record Wish(@Nullable String account, @Nullable String mode) {}

  /**
   * Who wants to claim from which samples.
   *
   * @param samples everything that pays if null
   * @param limit the most claims; 50 if null
   */
  record Wishes(
      @Nullable Long chainId,
      @Nullable String account,
      @Nullable List<@Nullable NamedSample> samples,
      @Nullable Integer limit) {}

  /** A sample by its log. */
  record NamedSample(@Nullable String transactionHash, @Nullable Integer logIndex) {}

  @GetMapping(OF_SAMPLE)
  ClaimSheetBody judge(
      HttpServletRequest request,
      @PathVariable String chainId,
      @PathVariable String transactionHash,
      @PathVariable String logIndex) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("account"));
    Address account = parameters.address("account");
    if (account == null) throw new InvalidQuestion("Name the “account” that would claim.");
    LogRef sample = PathParameters.log(chainId, transactionHash, logIndex);
    return switch (eligibility.judgeAndDraft(sample, account)) {
      case EligibilityResult.Judged(var sheet) -> ClaimSheetBody.of(sheet);
      case EligibilityResult.NotIndexed missing -> throw notIndexed();
      case EligibilityResult.Unanswered(String reason) -> throw new NoAnswer(reason);
    };
  }

  @PostMapping(path = OF_SAMPLE, consumes = MediaType.APPLICATION_JSON_VALUE)
  DraftBody draft(
      @PathVariable String chainId,
      @PathVariable String transactionHash,
      @PathVariable String logIndex,
      @RequestBody Wish wish) {
    LogRef sample = PathParameters.log(chainId, transactionHash, logIndex);
    return switch (signing.draft(sample, account(wish.account()), mode(wish.mode()))) {
      case Draft.Signable signable -> DraftBody.of(signable);
      case Draft.Refused refused -> DraftBody.of(refused);
      case Draft.NotIndexed missing -> throw notIndexed();
    };
  }

  @PostMapping(path = "/api/v1/claims/plans", consumes = MediaType.APPLICATION_JSON_VALUE)
  PlanBody plan(@RequestBody Wishes wishes) {
    if (wishes.chainId() == null) {
      throw new InvalidQuestion("The body needs “chainId”, a chain's number.");
    }
    ChainId chain = PathParameters.chain(Long.toString(wishes.chainId()));
    Address account = account(wishes.account());
    int limit = limit(wishes.limit());
    return PlanBody.of(
        wishes.samples() == null
            ? plans.everything(chain, account, limit)
            : plans.chosen(chain, account, logs(chain, wishes.samples()), limit));
  }

  private static List<LogRef> logs(ChainId chain, List<@Nullable NamedSample> samples) {
    if (samples.size() > Plans.MOST) {
      throw new InvalidQuestion("One plan has at most " + Plans.MOST + " samples.");
    }
    return samples.stream().map(sample -> log(chain, sample)).toList();
  }

  private static LogRef log(ChainId chain, @Nullable NamedSample sample) {
    if (sample == null || sample.transactionHash() == null || sample.logIndex() == null) {
      throw new InvalidQuestion("Each sample needs “transactionHash” and “logIndex”.");
    }
    return PathParameters.log(
        chain.toString(), sample.transactionHash(), Integer.toString(sample.logIndex()));
  }

  private static int limit(@Nullable Integer asked) {
    if (asked == null) return Plans.MOST;
    if (asked < 1 || asked > Plans.MOST) {
      throw new InvalidQuestion("“limit” must be from 1 to " + Plans.MOST + ".");
    }
    return asked;
  }

  static Address account(@Nullable String text) {
    if (text == null) throw new InvalidQuestion("The body needs “account”, an address.");
    return PathParameters.address(text);
  }

  private static ClaimKind mode(@Nullable String name) {
    return ClaimKind.named(String.valueOf(name))
        .orElseThrow(
            () ->
                new InvalidQuestion(
                    "The body needs “mode”, one of "
                        + Arrays.stream(ClaimKind.values())
                            .map(ClaimKind::wireName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static NotFoundException notIndexed() {
    return new NotFoundException("No sample of a listed model is indexed there.");
  }
}
