package org.sumscan.api.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.request.JsonFeatures;
import org.sumscan.api.request.PathParameters;
import org.sumscan.api.samples.SampleBody;
import org.sumscan.catalog.Model;
import org.sumscan.claims.AddDataDrafts;
import org.sumscan.claims.AsOf;
import org.sumscan.claims.SampleDraft;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelInputs;
import tools.jackson.databind.JsonNode;

/** Drafts the adding of samples. */
@RestController("sampleDraftsInterface")
class SampleDraftsApiController {

  private final AddDataDrafts drafts;
  private final ModelInputs inputs;
  private final PathParameters paths;

  SampleDraftsApiController(AddDataDrafts drafts, ModelInputs inputs, PathParameters paths) {
    this.drafts = drafts;
    this.inputs = inputs;
    this.paths = paths;
  }

  /**
   * What to add.
   *
   * @param label the number of the class
   * @param features encoded, each an {@code int64} as a number or as a decimal string
   * @param input in place of them what the model's encoder takes
   */
  record Wish(
      @Nullable String account,
      @Nullable JsonNode label,
      @Nullable List<JsonNode> features,
      @Nullable String input) {}

  /** Where a sample was added. */
  record Place(String transactionHash, int logIndex) {

    static @Nullable Place orNull(@Nullable LogRef log) {
      return log == null ? null : new Place(log.transaction().toString(), log.index());
    }
  }

  /** What the model answers; the label is a stranger's text, null where the class has no name. */
  record Answer(String classification, @Nullable String label) {}

  /**
   * A transaction that adds a sample, or why none should be signed, written into one flat object;
   * what does not apply is left out.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      boolean signable,
      List<String> features,
      @Nullable Long asOfBlock,
      @Nullable Long asOfTime,
      @JsonUnwrapped @Nullable Signable draft,
      @JsonUnwrapped @Nullable RefusalBody refusal) {}

  /**
   * What to sign.
   *
   * @param deposit the price in wei, had the next block been made now
   * @param value in wei, with a margin that comes back
   * @param refundableFrom seconds after its inclusion
   * @param gas what the simulation used
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Signable(
      String deposit,
      String value,
      Answer prediction,
      long refundableFrom,
      @Nullable Place duplicateOf,
      long gas,
      TransactionBody transaction) {}

  @PostMapping(
      path = "/api/v1/models/{chainId}/{address}/samples/drafts",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Body draft(@PathVariable String chainId, @PathVariable String address, @RequestBody Wish wish) {
    Address account = ClaimsApiController.account(wish.account());
    UInt64 label = label(wish.label());
    Model model = paths.model(chainId, address);
    long[] features = features(wish, model);
    List<String> shown = LongStream.of(features).mapToObj(Long::toString).toList();
    return switch (drafts.draft(model, account, features, label)) {
      case SampleDraft.Signable draft -> signable(draft, shown, model);
      case SampleDraft.Refused refused -> refused(refused, shown);
    };
  }

  private static Body signable(SampleDraft.Signable draft, List<String> features, Model model) {
    UInt64 prediction = draft.prediction();
    return new Body(
        true,
        features,
        draft.asOf().block().number(),
        draft.asOf().time(),
        new Signable(
            draft.deposit().toString(),
            draft.transaction().value().toString(),
            new Answer(prediction.toString(), SampleBody.className(model, prediction.bits())),
            draft.refundableAfter(),
            Place.orNull(draft.duplicateOf()),
            draft.gas(),
            TransactionBody.of(draft.transaction())),
        null);
  }

  private static Body refused(SampleDraft.Refused refused, List<String> features) {
    AsOf asOf = refused.asOf();
    return new Body(
        false,
        features,
        asOf == null ? null : asOf.block().number(),
        asOf == null ? null : asOf.time(),
        null,
        RefusalBody.of(refused.why()));
  }

  private static UInt64 label(@Nullable JsonNode label) {
    String text =
        label == null || !label.isString() && !label.isIntegralNumber() ? "" : label.asString();
    if (!text.matches("[0-9]{1,20}")) {
      throw new InvalidQuestion("The body needs “label”, the number of a class.");
    }
    try {
      return new UInt64(Long.parseUnsignedLong(text));
    } catch (NumberFormatException e) {
      throw new InvalidQuestion("“label” does not fit 64 bits.");
    }
  }

  private long[] features(Wish wish, Model model) {
    String input = wish.input();
    List<JsonNode> features = wish.features();
    if ((features == null) == (input == null)) {
      throw new InvalidQuestion("The body needs either “features” or “input”.");
    }
    if (features != null) return JsonFeatures.read(features);
    return inputs.features(model, String.valueOf(input));
  }
}
