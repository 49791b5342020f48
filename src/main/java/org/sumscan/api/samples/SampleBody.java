package org.sumscan.api.samples;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.reading.SampleStatus;

/**
 * A sample as JSON.
 *
 * @param blockTime seconds since 1970
 * @param classification the number of the class that the sender named, a {@code uint64}
 * @param label what the model calls that class, a stranger's text; null where it has none or it is
 *     hidden
 * @param features each an {@code int64}
 * @param addedTime what the contract recorded, a {@code uint256} of seconds since 1970
 * @param deposit in wei
 * @param claimable what nobody has claimed yet, in wei
 * @param status {@code waiting}, {@code open}, {@code partly-claimed} or {@code claimed}, by the
 *     time of the chain's newest block
 * @param refundable whether its author can claim: it is time, and the model agrees
 * @param reportable whether others can report it for a share: it is time, and the model disagrees
 * @param anyoneCanTake whether whoever comes first can take what is left
 * @param refundableFrom seconds since 1970; null where nothing is left to claim
 * @param anyoneCanTakeFrom the same; null under points too
 * @param agrees whether the model agrees with the label; null where it was not asked or refuses
 * @param answeredAtBlock the block in which the model was in the state that was asked
 * @param refunded in wei
 * @param reported in wei
 */
public record SampleBody(
    long chainId,
    String model,
    String transactionHash,
    int logIndex,
    long blockNumber,
    String blockHash,
    long blockTime,
    String sender,
    String classification,
    @Nullable String label,
    List<String> features,
    String addedTime,
    String deposit,
    String claimable,
    String status,
    boolean refundable,
    boolean reportable,
    boolean anyoneCanTake,
    @Nullable Long refundableFrom,
    @Nullable Long anyoneCanTakeFrom,
    @Nullable Boolean agrees,
    @Nullable Long answeredAtBlock,
    int refunds,
    String refunded,
    int reports,
    String reported,
    String key) {

  /**
   * Writes one.
   *
   * @param blockNow the time of the chain's newest block, in seconds since 1970
   */
  public static SampleBody of(Sample sample, Model model, long blockNow) {
    ClaimTotals claims = sample.claims();
    SampleStatus status = SampleStatus.of(sample, blockNow);
    OpenState open = status.open();
    OpenState.ModelSays answer = open == null ? null : open.answer();
    return new SampleBody(
        sample.model().chain().value(),
        sample.model().address().toString(),
        sample.log().transaction().toString(),
        sample.log().index(),
        sample.position().block(),
        sample.blockHash().toString(),
        sample.blockTime(),
        sample.sender().toString(),
        sample.label().toString(),
        className(model, sample.label().bits()),
        LongStream.of(sample.features()).mapToObj(Long::toString).toList(),
        sample.addedTime().toString(),
        sample.deposit().toString(),
        status.left().toString(),
        status.wireName(),
        status.refundable(),
        status.reportable(),
        status.anyoneCanTake(),
        open == null ? null : open.refundFrom(),
        open == null || !open.canBeTaken() ? null : open.anyoneFrom(),
        answer == null ? null : answer.agrees(),
        answer == null ? null : answer.block(),
        claims.refunds(),
        claims.refunded().toString(),
        claims.reports(),
        claims.reported().toString(),
        sample.key().toString());
  }

  /** What a model calls a class; null where it has no such class. */
  public static @Nullable String className(Model model, long label) {
    if (model.isRedacted()) return null;
    return label >= 0 && label < model.classNames().size()
        ? model.classNames().get((int) label)
        : null;
  }
}
