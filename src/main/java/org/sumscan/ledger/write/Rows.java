package org.sumscan.ledger.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.ContractEvent.AddData;
import org.sumscan.contracts.ContractEvent.Refunded;
import org.sumscan.contracts.ContractEvent.Reported;
import org.sumscan.contracts.ContractEvent.SampleRefunded;
import org.sumscan.contracts.ContractEvent.SampleReported;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.contracts.Topics;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.sql.BinaryCopy;
import org.sumscan.ledger.totals.Totals;

/**
 * The rows that a batch of logs makes, given who is listed: samples of listed trainers, claims of
 * the mechanisms that they own, logs of theirs that cannot be read, and the logs of contracts that
 * are not listed.
 */
final class Rows {

  private final ListingSnapshot listed;
  private final BinaryCopy samples;
  private final BinaryCopy openSamples;
  private final BinaryCopy quarantine = new BinaryCopy(64);
  private final BinaryCopy claims = new BinaryCopy(64);
  private final List<ClaimRow> claimRows = new ArrayList<>();
  private final Map<Hash32, List<KeyEvent>> keyEvents = new HashMap<>();
  private final List<TimedLog> unlistedLogs = new ArrayList<>();
  private final Totals.Changes totals = new Totals.Changes();
  private boolean mayReplaceSamples;

  private Rows(ListingSnapshot listed, int logs) {
    this.listed = listed;
    this.samples = new BinaryCopy(logs * 600);
    this.openSamples = new BinaryCopy(logs * 200);
  }

  /** A claim before it is written. */
  record ClaimRow(
      TimedLog log,
      int model,
      Claim.Kind kind,
      Address claimant,
      Wei amount,
      @Nullable Hash32 key) {}

  private record KeyEvent(
      int model, int index, Claim.Kind kind, Address account, Wei amount, Hash32 key) {}

  static Rows of(ListingSnapshot listed, List<TimedLog> logs) {
    Rows rows = new Rows(listed, logs.size());
    for (TimedLog log : logs) rows.sort(log);
    for (ClaimRow claim : rows.claimRows) {
      RowEncoding.claim(rows.claims, listed.chain(), rows.withKey(claim));
    }
    rows.claims.end();
    rows.samples.end();
    rows.openSamples.end();
    rows.quarantine.end();
    return rows;
  }

  BinaryCopy samples() {
    return samples;
  }

  /** Rows of these samples as open ones, of which nothing is claimed. */
  BinaryCopy openSamples() {
    return openSamples;
  }

  BinaryCopy quarantine() {
    return quarantine;
  }

  BinaryCopy claims() {
    return claims;
  }

  boolean hasClaims() {
    return !claimRows.isEmpty();
  }

  /** Whether a sample is of a model where it may take the record of an equal one. */
  boolean mayReplaceSamples() {
    return mayReplaceSamples;
  }

  List<TimedLog> unlistedLogs() {
    return unlistedLogs;
  }

  Totals.Changes totals() {
    return totals;
  }

  private void sort(TimedLog log) {
    if (log.raw().topics().isEmpty() || log.raw().topics().getFirst().equals(Topics.ADD_CLASS))
      return;
    Integer model = listed.trainers().get(log.raw().emitter());
    Integer claimed = listed.mechanisms().get(log.raw().emitter());
    if (model == null && claimed == null) {
      unlistedLogs.add(log);
      return;
    }
    switch (EventDecoder.decode(log.raw().topics(), log.raw().data())) {
      case EventDecoding.Decoded decoded -> keep(log, model, claimed, decoded.event());
      case EventDecoding.Malformed malformed ->
          RowEncoding.quarantine(quarantine, listed.chain(), log, malformed.reason());
      case EventDecoding.Foreign foreign -> {}
    }
  }

  private void keep(
      TimedLog log, @Nullable Integer model, @Nullable Integer claimed, ContractEvent event) {
    switch (event) {
      case AddData e when model != null -> sample(log, model, e);
      case SampleRefunded e when model != null ->
          key(log, model, Claim.Kind.REFUND, e.author(), e.amount(), e.key());
      case SampleReported e when model != null ->
          key(log, model, Claim.Kind.REPORT, e.reporter(), e.amount(), e.key());
      case Refunded e when claimed != null ->
          claim(log, claimed, Claim.Kind.REFUND, e.recipient(), e.amount());
      case Reported e when claimed != null ->
          claim(log, claimed, Claim.Kind.REPORT, e.recipient(), e.amount());
      // A trainer that says what only its mechanism may say, or the other way round.
      default -> {}
    }
  }

  private void sample(TimedLog log, int model, AddData event) {
    RowEncoding.sample(samples, listed.chain(), log, model, event);
    ClaimTerms terms = listed.terms().get(model);
    OpenClaims claims =
        terms == null ? null : OpenClaims.of(terms, event.addedTime(), event.cost(), 0, 0);
    boolean open = claims != null && claims.any();
    mayReplaceSamples |= terms != null && terms.mechanism().equalSampleReplaces();
    if (claims != null && open)
      RowEncoding.openSample(openSamples, listed.chain(), log, model, event, claims);
    totals.of(model).sample(event.cost().amount());
    totals.of(model).opened(open ? 1 : 0, 0);
    totals.of(event.sender(), model).sample(event.cost().amount());
  }

  private void claim(TimedLog log, int model, Claim.Kind kind, Address claimant, Wei amount) {
    claimRows.add(new ClaimRow(log, model, kind, claimant, amount, null));
    totals.of(model).claims(kind, 1, amount.amount());
    totals.of(claimant, model).claims(kind, 1, amount.amount());
  }

  private void key(
      TimedLog log, int model, Claim.Kind kind, Address account, Wei amount, Hash32 key) {
    keyEvents
        .computeIfAbsent(log.raw().transaction(), transaction -> new ArrayList<>())
        .add(new KeyEvent(model, log.raw().index(), kind, account, amount, key));
  }

  /** Takes the first key event after the claim that says the same; each serves one claim. */
  private ClaimRow withKey(ClaimRow claim) {
    List<KeyEvent> events = keyEvents.getOrDefault(claim.log().raw().transaction(), List.of());
    for (KeyEvent event : events) {
      if (event.index() > claim.log().raw().index()
          && event.model() == claim.model()
          && event.kind() == claim.kind()
          && event.account().equals(claim.claimant())
          && event.amount().equals(claim.amount())) {
        events.remove(event);
        return new ClaimRow(
            claim.log(),
            claim.model(),
            claim.kind(),
            claim.claimant(),
            claim.amount(),
            event.key());
      }
    }
    return claim;
  }
}
