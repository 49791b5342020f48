package org.sumscan.ledger.write;

import org.sumscan.contracts.ContractEvent.AddData;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.sql.BinaryCopy;

/** How each kind of row is written for COPY; each names its table and columns. */
final class RowEncoding {

  static final String SAMPLE =
      "sample (chain_id, block_number, log_index, model_id, block_time, block_hash,"
          + " transaction_hash, sender, sample_key, label, added_time, deposit, features)";
  static final String CLAIM =
      "claim (chain_id, block_number, log_index, model_id, kind, block_time, block_hash,"
          + " transaction_hash, claimant, amount, sample_key, link)";
  static final String OPEN_SAMPLE =
      "open_sample (chain_id, block_number, log_index, model_id, block_time, sender, label,"
          + " deposit, claimable, refund_from, report_from, anyone_from, refund_possible,"
          + " report_possible, report_needs_valid_samples)";
  static final String QUARANTINE =
      "quarantine (chain_id, block_number, log_index, block_hash, transaction_hash, emitter,"
          + " topics, data, data_size, reason)";

  private static final int QUARANTINED_BYTES = 1024;

  private RowEncoding() {}

  static void sample(BinaryCopy to, ChainId chain, TimedLog log, int model, AddData event) {
    to.row(13);
    place(to, chain, log);
    to.int4(model);
    to.int8(log.blockTime());
    to.hash(log.raw().block().hash());
    to.hash(log.raw().transaction());
    to.address(event.sender());
    to.hash(event.key());
    to.numeric(event.label().bits());
    to.numeric(event.addedTime().value());
    to.numeric(event.cost().amount());
    to.bigints(event.features());
  }

  static void openSample(
      BinaryCopy to, ChainId chain, TimedLog log, int model, AddData event, OpenClaims claims) {
    to.row(15);
    place(to, chain, log);
    to.int4(model);
    to.int8(log.blockTime());
    to.address(event.sender());
    to.numeric(event.label().bits());
    to.numeric(event.cost().amount());
    to.numeric(event.cost().amount());
    to.int8(claims.refundFrom());
    to.int8(claims.reportFrom());
    to.int8(claims.anyoneFrom());
    to.bool(claims.remaining().refund());
    to.bool(claims.remaining().report());
    to.bool(claims.reportNeedsValidSamples());
  }

  static void claim(BinaryCopy to, ChainId chain, Rows.ClaimRow claim) {
    TimedLog log = claim.log();
    to.row(12);
    place(to, chain, log);
    to.int4(claim.model());
    to.text(claim.kind().text());
    to.int8(log.blockTime());
    to.hash(log.raw().block().hash());
    to.hash(log.raw().transaction());
    to.address(claim.claimant());
    to.numeric(claim.amount().amount());
    to.hash(claim.key());
    to.text(claim.key() == null ? "pending" : "event");
  }

  static void quarantine(BinaryCopy to, ChainId chain, TimedLog log, String reason) {
    to.row(10);
    place(to, chain, log);
    to.hash(log.raw().block().hash());
    to.hash(log.raw().transaction());
    to.address(log.raw().emitter());
    to.hashes(log.raw().topics(), log.raw().topics().size());
    to.bytea(log.raw().data(), Math.min(log.raw().data().length, QUARANTINED_BYTES));
    to.int4(log.raw().data().length);
    to.text(reason);
  }

  private static void place(BinaryCopy to, ChainId chain, TimedLog log) {
    to.int8(chain.value());
    to.int8(log.raw().block().number());
    to.int4(log.raw().index());
  }
}
