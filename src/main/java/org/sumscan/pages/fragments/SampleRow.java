package org.sumscan.pages.fragments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;
import org.sumscan.originals.Original;
import org.sumscan.pages.chart.DigitPicture;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.SampleStatus;

/**
 * A sample in a table.
 *
 * @param reveal where its words are hidden, or were; null elsewhere
 * @param original what it was before it was encoded, where that is known
 * @param picture drawn from its features, where these are a picture
 * @param flags what else holds beside the status
 * @param next what opens next; null where nothing does
 * @param says what the model says of it now, and by which block; empty where it was not asked
 */
public record SampleRow(
    @Nullable RevealLink reveal,
    String href,
    Place place,
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
    List<Flag> flags,
    @Nullable Countdown next,
    String says,
    Moment added,
    String block) {

  private static final int PREVIEWED = 8;

  /** How scripts name the sample. */
  public record Place(String chainId, String transaction, String logIndex) {}

  /** Something that holds, with its tone. */
  public record Flag(String words, String tone) {}

  /**
   * Makes a row.
   *
   * @param blockNow the time of the chain's newest block, in seconds since 1970
   */
  public static SampleRow of(Sample sample, Model model, long blockNow, Instant now) {
    return of(sample, null, model, blockNow, now);
  }

  /** The same with what was sent for the sample. */
  public static SampleRow of(
      Sample sample, @Nullable Original original, Model known, long blockNow, Instant now) {
    Model model = ContentVisibility.beside(sample.log(), known);
    SampleStatus status = SampleStatus.of(sample, blockNow);
    return new SampleRow(
        RevealLink.of(sample.log(), model),
        RevealLink.kept(Links.sample(sample.log()), sample.log(), model),
        new Place(
            sample.log().chain().toString(),
            sample.log().transaction().toString(),
            Integer.toString(sample.log().index())),
        OriginalView.inList(original, model),
        picture(sample, model),
        preview(sample.features()),
        NumberText.counted(sample.features().length, "feature"),
        RevealLink.kept(Links.model(model.id()), known),
        ModelWords.name(model),
        ModelWords.label(model, sample.label()),
        AddressText.account(sample.sender()),
        MechanismWords.amount(model, sample.deposit()),
        MechanismWords.amount(model, status.left()),
        status.state().title(),
        status.state().tone().styleClass(),
        flags(status),
        Countdown.next(status, blockNow),
        says(status.open()),
        Moment.of(sample.blockTime(), now),
        "block " + NumberText.grouped(sample.position().block()));
  }

  /** The sample as a picture, where its model's samples are 64 scaled numbers. */
  public static @Nullable DigitPicture picture(Sample sample, Model model) {
    if (model.isRedacted()) return null;
    boolean scaled = model.encoder().toLowerCase(Locale.ROOT).startsWith("multiply by 1e9");
    return scaled && model.kind().isDense()
        ? DigitPicture.of(sample.features()).orElse(null)
        : null;
  }

  private static List<Flag> flags(SampleStatus status) {
    List<ClaimStatus> held = new ArrayList<>();
    if (status.refundable()) held.add(ClaimStatus.REFUNDABLE);
    if (status.reportable()) held.add(ClaimStatus.REPORTABLE);
    if (status.anyoneCanTake()) held.add(ClaimStatus.ANYONE_CAN_TAKE);
    return held.stream().map(each -> new Flag(each.title(), each.tone().styleClass())).toList();
  }

  private static String says(@Nullable OpenState open) {
    OpenState.ModelSays answer = open == null ? null : open.answer();
    if (answer == null) return "";
    Boolean agrees = answer.agrees();
    String words =
        agrees == null ? "Model refuses it" : agrees ? "Model agrees" : "Model disagrees";
    return words + " at block " + NumberText.grouped(answer.block());
  }

  /** The first features. */
  public static String preview(long[] features) {
    String head =
        LongStream.of(features)
            .limit(PREVIEWED)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", "));
    return features.length > PREVIEWED ? head + ", …" : head.isEmpty() ? "no features" : head;
  }
}
