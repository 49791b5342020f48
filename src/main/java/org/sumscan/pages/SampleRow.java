package org.sumscan.pages;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.Sample;
import org.sumscan.originals.Original;
import org.sumscan.pages.picture.DigitPicture;
import org.sumscan.reading.SampleStatus;

/**
 * A sample in a table.
 *
 * @param original what it was before it was encoded, where that is known
 * @param picture drawn from its features, where these are a picture
 */
record SampleRow(
    String href,
    @Nullable OriginalView original,
    @Nullable DigitPicture picture,
    String preview,
    String size,
    String modelHref,
    String model,
    String label,
    AddressText sender,
    @Nullable Amount deposit,
    @Nullable Amount left,
    String status,
    String statusTone,
    Moment added,
    String block) {

  private static final int PREVIEWED = 8;

  /**
   * Makes a row.
   *
   * @param blockNow the time of the chain's newest block, in seconds since 1970
   */
  static SampleRow of(Sample sample, Model model, long blockNow, Instant now) {
    return of(sample, null, model, blockNow, now);
  }

  /** The same with what was sent for the sample. */
  static SampleRow of(
      Sample sample, @Nullable Original original, Model model, long blockNow, Instant now) {
    boolean deposits = model.incentiveRules().hasDeposits();
    SampleStatus status = SampleStatus.of(sample, model, blockNow);
    return new SampleRow(
        Links.sample(sample.log()),
        OriginalView.inList(original),
        picture(sample, model),
        preview(sample.features()),
        Numbers.counted(sample.features().length, "feature"),
        Links.model(model.id()),
        ModelWords.name(model),
        ModelWords.label(model, sample.label()),
        AddressText.account(sample.sender()),
        deposits ? Amount.of(sample.deposit()) : null,
        deposits ? Amount.of(SampleStatus.left(sample)) : null,
        words(status),
        tone(status),
        Moment.of(sample.blockTime(), now),
        "block " + Numbers.grouped(sample.position().block()));
  }

  /** The sample as a picture, where its model's samples are 64 scaled numbers. */
  static @Nullable DigitPicture picture(Sample sample, Model model) {
    boolean scaled = model.encoder().toLowerCase(Locale.ROOT).startsWith("multiply by 1e9");
    return scaled && model.kind().isDense()
        ? DigitPicture.of(sample.features()).orElse(null)
        : null;
  }

  static String words(SampleStatus status) {
    return switch (status) {
      case WAITING -> "Waiting";
      case OPEN -> "Open";
      case PARTLY_CLAIMED -> "Partly claimed";
      case CLAIMED -> "Claimed";
    };
  }

  static String tone(SampleStatus status) {
    return switch (status) {
      case WAITING -> "";
      case OPEN -> "info";
      case PARTLY_CLAIMED -> "warn";
      case CLAIMED -> "good";
    };
  }

  /** The first features. */
  static String preview(long[] features) {
    String head =
        LongStream.of(features)
            .limit(PREVIEWED)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", "));
    return features.length > PREVIEWED ? head + ", …" : head.isEmpty() ? "no features" : head;
  }
}
