package org.sumscan.pages.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.pages.fragments.ClaimRow;
import org.sumscan.pages.fragments.Countdown;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.fragments.SampleRowFactory;
import org.sumscan.pages.fragments.TransactionRow;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.CollapsedRows;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.AccountClaims;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleStatus;
import org.sumscan.reading.ShownOriginals;
import org.sumscan.transactions.TransactionKind;
import org.sumscan.transactions.Transactions;

/** Shows what an address did with all models. */
@Controller
class AccountController {

  private static final int LATEST = 5;
  private static final int OPEN = 25;

  private final Accounts accounts;
  private final AccountClaims accountClaims;
  private final Claims claims;
  private final Samples samples;
  private final ShownOriginals originals;
  private final Transactions transactions;
  private final Models models;
  private final Coverage coverage;
  private final BlockTimes times;
  private final Clock clock;

  AccountController(
      Accounts accounts,
      AccountClaims accountClaims,
      Claims claims,
      Samples samples,
      ShownOriginals originals,
      Transactions transactions,
      Models models,
      Coverage coverage,
      BlockTimes times,
      Clock clock) {
    this.accounts = accounts;
    this.accountClaims = accountClaims;
    this.claims = claims;
    this.samples = samples;
    this.originals = originals;
    this.transactions = transactions;
    this.models = models;
    this.coverage = coverage;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping("/accounts")
  ModelAndView accounts(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(Set.of("address"));
    try {
      Address account = parameters.address("address");
      if (account != null) return Links.redirect(Links.account(account));
      return new ModelAndView("accounts", "page", new AccountsPage("", ""));
    } catch (InvalidQuestion wrong) {
      AccountsPage page =
          new AccountsPage(parameters.shown("address"), String.valueOf(wrong.getMessage()));
      ModelAndView answer = new ModelAndView("accounts", "page", page);
      answer.setStatus(HttpStatus.BAD_REQUEST);
      return answer;
    }
  }

  @GetMapping("/accounts/{address}")
  ModelAndView account(@PathVariable String address) {
    return new ModelAndView("account", "page", page(Paths.address(address)));
  }

  private AccountPage page(Address account) {
    Instant now = clock.instant();
    BlockTimes.Snapshot blockTimes = times.snapshot();
    ChainNames chains = ChainNames.of(coverage.states());
    Function<ModelId, @Nullable Model> known = remembered();
    List<Contribution> contributions = accounts.of(account);
    Optional<Model> itself = models.at(account).stream().findFirst();
    AddressText shown = AddressText.contract(account);
    return new AccountPage(
        "Account " + shown.brief(),
        shown,
        itself.map(model -> Links.model(model.id())).orElse(""),
        itself.map(ModelWords::name).orElse(""),
        contributions.stream().anyMatch(row -> row.samples() > 0)
            ? "/samples?sender=" + account
            : "",
        transactions.ofAccount(account, LATEST).stream()
            .map(watched -> TransactionRow.of(watched, now))
            .toList(),
        figures(contributions),
        contributions.stream()
            .map(row -> row(row, known.apply(row.model()), chains))
            .filter(Objects::nonNull)
            .toList(),
        CollapsedRows.of(paying(account, blockTimes, now)),
        CollapsedRows.of(upcoming(account, blockTimes, now)),
        "/api/v1/samples.csv?sender=" + account,
        claims.search(ClaimQuery.by(account, LATEST)).claims().stream()
            .map(claim -> claimRow(claim, known.apply(claim.model()), now))
            .filter(Objects::nonNull)
            .toList(),
        SampleRowFactory.of(
            samples.search(SampleQuery.newest(LATEST).bySender(account)).samples(),
            originals,
            models,
            blockTimes,
            now),
        contributions.isEmpty() ? empty() : null);
  }

  private List<AccountPage.Paying> paying(
      Address account, BlockTimes.Snapshot blockTimes, Instant now) {
    return accountClaims.payingNow(account, blockTimes.chains().keySet(), OPEN).stream()
        .flatMap(
            sample ->
                SampleRowFactory.of(List.of(sample), originals, models, blockTimes, now).stream()
                    .map(
                        row ->
                            paying(
                                row,
                                SampleStatus.of(sample, blockTimes.of(sample.model().chain())),
                                sample.sender().equals(account))))
        .toList();
  }

  private static AccountPage.Paying paying(SampleRow row, SampleStatus status, boolean own) {
    if (own && status.refundable())
      return new AccountPage.Paying(row, TransactionKind.REFUND.title(), "good");
    return status.anyoneCanTake()
        ? new AccountPage.Paying(row, own ? "Take it back" : ClaimKind.REPORT_ANYONE.title(), "bad")
        : new AccountPage.Paying(row, TransactionKind.REPORT.title(), "warn");
  }

  private List<AccountPage.Upcoming> upcoming(
      Address account, BlockTimes.Snapshot blockTimes, Instant now) {
    List<AccountPage.Upcoming> rows = new ArrayList<>();
    long earliest = blockTimes.times().values().stream().min(Long::compare).orElse(0L);
    for (Sample sample : accountClaims.upcoming(account, earliest, OPEN)) {
      OpenState open = sample.open();
      if (open == null) continue;
      long blockNow = blockTimes.of(sample.model().chain());
      Countdown refund = Countdown.refund(open, blockNow);
      Countdown anyone = Countdown.anyone(open, blockNow);
      if (refund == null && anyone == null) continue;
      SampleRowFactory.of(List.of(sample), originals, models, blockTimes, now)
          .forEach(row -> rows.add(new AccountPage.Upcoming(row, refund, anyone)));
    }
    return rows;
  }

  private Function<ModelId, @Nullable Model> remembered() {
    Map<ModelId, Optional<Model>> found = new HashMap<>();
    return id -> found.computeIfAbsent(id, models::find).orElse(null);
  }

  private static List<Fact> figures(List<Contribution> rows) {
    long added = rows.stream().mapToLong(Contribution::samples).sum();
    long refunds = rows.stream().mapToLong(Contribution::refunds).sum();
    long reports = rows.stream().mapToLong(Contribution::reports).sum();
    Wei paid = sum(rows, Contribution::deposited);
    Wei back = sum(rows, Contribution::refunded);
    Wei earned = sum(rows, Contribution::earned);
    Wei lost = sum(rows, Contribution::lost);
    return List.of(
        Fact.of(
            "Samples",
            NumberText.grouped(added),
            "for " + NumberText.counted(rows.size(), "model")),
        Fact.of("Paid in", Amount.of(paid), "as deposits"),
        Fact.of("Refunded", Amount.of(back), "by " + NumberText.counted(refunds, "refund")),
        Fact.of("Earned", Amount.of(earned), "by " + NumberText.counted(reports, "report")),
        Fact.of("Lost", Amount.of(lost), "to others' reports"));
  }

  private static Wei sum(List<Contribution> rows, Function<Contribution, Wei> part) {
    return rows.stream().map(part).reduce(Wei.ZERO, Wei::plus);
  }

  private static AccountPage.@Nullable ModelRow row(
      Contribution row, @Nullable Model model, ChainNames chains) {
    if (model == null) return null;
    return new AccountPage.ModelRow(
        RevealLink.of(model),
        RevealLink.kept(Links.model(model.id()), model),
        ModelWords.name(model),
        chains.of(model.id().chain()),
        Links.samplesOf(model.id()) + "?sender=" + row.account(),
        NumberText.grouped(row.samples()),
        MechanismWords.amount(model, row.deposited()),
        NumberText.grouped(row.refunds()),
        NumberText.grouped(row.reports()),
        MechanismWords.amount(model, row.refunded().plus(row.earned())));
  }

  private static @Nullable ClaimRow claimRow(Claim claim, @Nullable Model model, Instant now) {
    return model == null ? null : ClaimRow.of(claim, model, now);
  }

  private static EmptyState empty() {
    return new EmptyState(
        "Nothing is known of this address",
        "It has added no sample to a listed model and claimed nothing, as far as the index"
            + " reaches.",
        "/",
        "See the models");
  }
}
