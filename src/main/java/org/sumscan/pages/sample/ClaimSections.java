package org.sumscan.pages.sample;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.claims.ClaimSheet;
import org.sumscan.claims.Eligibility;
import org.sumscan.claims.EligibilityResult;
import org.sumscan.claims.JudgedCondition;
import org.sumscan.claims.JudgedMode;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.typed.TypedText;

/** Words what an account can claim from a sample. */
@Component
class ClaimSections {

  private final Eligibility eligibility;
  private final Clock clock;

  ClaimSections(Eligibility eligibility, Clock clock) {
    this.eligibility = eligibility;
    this.clock = clock;
  }

  /** The section for an account as somebody typed it, or for none. */
  ClaimSection of(Sample sample, Model model, @Nullable String account) {
    String typed = account == null ? "" : account.strip();
    if (typed.isEmpty()) return section(sample, "", "", null);
    Address claimant;
    try {
      claimant = TypedText.checkedAddress(typed);
    } catch (IllegalArgumentException e) {
      String shown = typed.substring(0, Math.min(typed.length(), 42));
      return section(
          sample,
          shown,
          "That is no account. Paste its whole address: 0x and 40 digits or letters from a to f.",
          null);
    }
    return switch (eligibility.judge(sample.log(), claimant)) {
      case EligibilityResult.Judged(ClaimSheet sheet) ->
          section(sample, claimant.toString(), "", verdict(sheet, model));
      case EligibilityResult.Unanswered(String reason) ->
          section(sample, claimant.toString(), reason, null);
      case EligibilityResult.NotIndexed missing -> throw PageNotFound.sample(sample.log());
    };
  }

  private static ClaimSection section(
      Sample sample, String account, String complaint, ClaimSection.@Nullable Verdict verdict) {
    return new ClaimSection(
        Links.sample(sample.log()),
        sample.model().chain().toString(),
        sample.log().transaction().toString(),
        Integer.toString(sample.log().index()),
        sample.model().address().toString(),
        sample.label().toString(),
        sample.addedTime().toString(),
        sample.sender().toString(),
        account,
        complaint,
        verdict);
  }

  private ClaimSection.Verdict verdict(ClaimSheet sheet, Model model) {
    Instant now = clock.instant();
    return new ClaimSection.Verdict(
        AddressText.account(sheet.account()),
        NumberText.grouped(sheet.asOf().block().number()),
        Moment.of(sheet.asOf().time(), now),
        Long.toString(sheet.asOf().time()),
        sheet.snapshot() == ClaimSheet.Source.CHAIN
            ? "What was claimed before is read from the contracts."
            : "",
        sheet.modes().stream()
            .sorted(Comparator.comparing((JudgedMode mode) -> !mode.allowed()))
            .map(mode -> mode(mode, model, now))
            .toList());
  }

  private static ClaimSection.Mode mode(JudgedMode mode, Model model, Instant now) {
    return new ClaimSection.Mode(
        mode.mode().wireName(),
        mode.mode().title(),
        mode.allowed() ? "allowed" : "",
        mode.allowed(),
        MechanismWords.amount(model, mode.amount()),
        gas(mode),
        net(mode, model),
        mode.from() == null ? "" : mode.from().toString(),
        mode.from() == null ? null : Moment.of(mode.from(), now),
        reason(mode),
        mode.conditions().stream().map(condition -> step(condition, now)).toList());
  }

  private static String gas(JudgedMode mode) {
    return mode.gas() == null ? "" : "uses " + NumberText.grouped(mode.gas()) + " gas";
  }

  /** What a claim pays without its fee, which can be below 0. */
  private static String net(JudgedMode mode, Model model) {
    BigInteger wei = mode.net();
    if (wei == null || MechanismWords.amount(model, Wei.ZERO) == null) return "";
    String sign = wei.signum() < 0 ? "−" : "";
    return sign + Amount.of(new Wei(wei.abs())).shown() + " ETH";
  }

  private static String reason(JudgedMode mode) {
    JudgedCondition obstacle = mode.obstacle();
    if (mode.allowed() || obstacle == null) return "";
    return obstacle.from() == null
        ? obstacle.words() + ". " + obstacle.remedy()
        : "Not yet: the waiting time is not over.";
  }

  private static ClaimSection.Step step(JudgedCondition condition, Instant now) {
    Long from = condition.from();
    if (condition.holds()) {
      return new ClaimSection.Step("holds", "Passed: ", condition.words(), "", null);
    }
    return from == null
        ? new ClaimSection.Step("fails", "Failed: ", condition.words(), "", null)
        : new ClaimSection.Step(
            "waits", "Waiting: ", condition.words(), from.toString(), Moment.of(from, now));
  }
}
