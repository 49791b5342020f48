package org.sumscan.api.samples;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.reading.SampleStatus;

/** A sample as JSON, whose parts are written as one flat object. */
public record SampleBody(
    @JsonUnwrapped SampleName name,
    @JsonUnwrapped Block block,
    @JsonUnwrapped Data data,
    @JsonUnwrapped Status status,
    @JsonUnwrapped Agreement agreement,
    @JsonUnwrapped Claims claims) {

  /**
   * Where it is on chain.
   *
   * @param blockTime seconds since 1970
   */
  record Block(long blockNumber, String blockHash, long blockTime) {}

  /**
   * What was added.
   *
   * @param key by which the data handler keeps it
   * @param classification the number of the class that the sender named, a {@code uint64}
   * @param label what the model calls that class, a stranger's text; null where it has none or it
   *     is redacted
   * @param features each an {@code int64}
   * @param addedTime what the contract recorded, a {@code uint256} of seconds since 1970
   * @param deposit in wei
   */
  record Data(
      String key,
      String sender,
      String classification,
      @Nullable String label,
      List<String> features,
      String addedTime,
      String deposit) {}

  /**
   * What can be claimed.
   *
   * @param claimable what nobody has claimed yet, in wei
   * @param status {@code waiting}, {@code open}, {@code partly-claimed} or {@code claimed}, by the
   *     time of the chain's newest block
   * @param refundable whether its author can claim: it is time, and the model agrees
   * @param reportable whether others can report it for a share: it is time, and the model disagrees
   * @param anyoneCanTake whether whoever comes first can take what is left
   * @param refundableFrom seconds since 1970; null where nothing is left to claim
   * @param anyoneCanTakeFrom seconds since 1970; null where nothing is left to claim, and under
   *     points
   */
  record Status(
      String claimable,
      String status,
      boolean refundable,
      boolean reportable,
      boolean anyoneCanTake,
      @Nullable Long refundableFrom,
      @Nullable Long anyoneCanTakeFrom) {

    private static Status of(SampleStatus status) {
      OpenState open = status.open();
      return new Status(
          status.left().toString(),
          status.wireName(),
          status.refundable(),
          status.reportable(),
          status.anyoneCanTake(),
          open == null ? null : open.refundFrom(),
          open == null || !open.canBeTaken() ? null : open.anyoneFrom());
    }
  }

  /**
   * What the model answers.
   *
   * @param agrees whether the model agrees with the label; null where it was not asked or refuses
   * @param answeredAtBlock the block in which the model was in the state that was asked
   */
  record Agreement(@Nullable Boolean agrees, @Nullable Long answeredAtBlock) {

    private static Agreement of(SampleStatus status) {
      OpenState open = status.open();
      OpenState.ModelSays answer = open == null ? null : open.answer();
      return answer == null
          ? new Agreement(null, null)
          : new Agreement(answer.agrees(), answer.block());
    }
  }

  /**
   * What was claimed.
   *
   * @param refunded in wei
   * @param reported in wei
   */
  record Claims(int refunds, String refunded, int reports, String reported) {

    private static Claims of(ClaimTotals claims) {
      return new Claims(
          claims.refunds(),
          claims.refunded().toString(),
          claims.reports(),
          claims.reported().toString());
    }
  }

  /**
   * Writes one.
   *
   * @param blockNow the time of the chain's newest block, in seconds since 1970
   */
  public static SampleBody of(Sample sample, Model model, long blockNow) {
    SampleStatus status = SampleStatus.of(sample, blockNow);
    return new SampleBody(
        SampleName.of(sample),
        new Block(sample.position().block(), sample.blockHash().toString(), sample.blockTime()),
        data(sample, model),
        Status.of(status),
        Agreement.of(status),
        Claims.of(sample.claims()));
  }

  private static Data data(Sample sample, Model model) {
    return new Data(
        sample.key().toString(),
        sample.sender().toString(),
        sample.label().toString(),
        className(model, sample.label().bits()),
        LongStream.of(sample.features()).mapToObj(Long::toString).toList(),
        sample.addedTime().toString(),
        sample.deposit().toString());
  }

  /** What a model calls a class; null where it has no such class. */
  public static @Nullable String className(Model model, long label) {
    if (model.isRedacted()) return null;
    return label >= 0 && label < model.classNames().size()
        ? model.classNames().get((int) label)
        : null;
  }
}
