package org.sumscan.pages.fragments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.Claim;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.transactions.TransactionKind;

/**
 * A claim in a table.
 *
 * @param amount what was paid; null under points
 * @param sampleHref the sample that was claimed from; empty where it is not known for certain
 */
public record ClaimRow(
    @Nullable RevealLink reveal,
    String what,
    String tone,
    AddressText claimant,
    @Nullable Amount amount,
    Moment when,
    String block,
    AddressText transaction,
    String modelHref,
    String model,
    String sampleHref) {

  /** Makes a row, with its age as of {@code now}. */
  public static ClaimRow of(Claim claim, Model model, Instant now) {
    boolean refund = claim.kind() == Claim.Kind.REFUND;
    return new ClaimRow(
        RevealLink.of(model),
        (refund ? TransactionKind.REFUND : TransactionKind.REPORT).title(),
        refund ? "good" : "warn",
        AddressText.account(claim.claimant()),
        MechanismWords.amount(model, claim.amount()),
        Moment.of(claim.blockTime(), now),
        "block " + NumberText.grouped(claim.position().block()),
        AddressText.hash(claim.log().transaction()),
        RevealLink.kept(Links.model(model.id()), model),
        ModelWords.name(model),
        claim.sample() == null ? "" : Links.sample(claim.sample()));
  }
}
