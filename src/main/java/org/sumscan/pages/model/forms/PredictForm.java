package org.sumscan.pages.model.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.Samples;
import org.sumscan.originals.Content;
import org.sumscan.originals.Original;
import org.sumscan.pages.fragments.OriginalView;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.Agreement;
import org.sumscan.reading.BothAnswers;
import org.sumscan.reading.Features;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelAnswers;
import org.sumscan.reading.ModelInputs;
import org.sumscan.reading.ShownOriginals;

/** Asks a model for a visitor, and says what is wrong where it cannot be asked. */
@Component
public class PredictForm {

  private static final int EXAMPLES = 3;
  private static final int SHOWN = 12;

  private final ModelAnswers answers;
  private final ModelInputs inputs;
  private final Samples samples;
  private final ShownOriginals originals;

  PredictForm(ModelAnswers answers, ModelInputs inputs, Samples samples, ShownOriginals originals) {
    this.answers = answers;
    this.inputs = inputs;
    this.samples = samples;
    this.originals = originals;
  }

  /**
   * Makes the panel; a label in the request is meant for the form that adds a sample.
   *
   * @param encoding as {@link #encoding} answered it
   * @param recent some samples of the model, from which examples are taken
   */
  public PredictPanel panel(
      Model model,
      Optional<ModelInputs.InputEncoding> encoding,
      Map<String, String[]> parameters,
      RecentSamples recent) {
    TypedInput typed = TypedInput.NOTHING;
    String complaint = "";
    PredictPanel.Answers given = PredictPanel.Answers.NONE;
    try {
      if (!parameters.containsKey("label")) typed = TypedInput.of(parameters);
      Optional<Sample> example = example(model, typed);
      if (example.isPresent()) typed = typed.from(example.get(), content(example.get()));
      if (!typed.isNothing()) given = answers(model, encoding, typed, example);
    } catch (InvalidQuestion refusal) {
      complaint = refusal.getMessage();
    }
    return new PredictPanel(
        InputFields.of(encoding, typed),
        encoding.map(found -> note(found)).orElse(""),
        model.kind().isDense()
            ? "Features: one whole number per dimension"
            : "Features: the numbers of those present",
        complaint,
        given,
        examples(model, recent));
  }

  private PredictPanel.Answers answers(
      Model model,
      Optional<ModelInputs.InputEncoding> encoding,
      TypedInput typed,
      Optional<Sample> example) {
    long[] features = features(encoding, typed);
    return new PredictPanel.Answers(
        typed.features().isBlank() ? encoded(features) : "",
        example.map(sample -> ModelWords.label(model, sample.label())).orElse(""),
        said(answers.both(model, features), model, example.map(Sample::label).orElse(null)));
  }

  /**
   * The features of what was typed.
   *
   * @throws InvalidQuestion if there are none
   */
  long[] features(Optional<ModelInputs.InputEncoding> encoding, TypedInput typed) {
    if (!typed.input().isBlank() && !typed.features().isBlank()) {
      throw new InvalidQuestion("Give an input or features, not both.");
    }
    return typed.features().isBlank()
        ? inputs.features(encoding, typed.input())
        : Features.read(typed.features());
  }

  /** How inputs are encoded for a model; nothing where an input is the features themselves. */
  public Optional<ModelInputs.InputEncoding> encoding(Model model) {
    return inputs.way(model).filter(way -> way.variant() != Variant.INTEGERS);
  }

  private Optional<Sample> example(Model model, TypedInput typed) {
    Optional<LogRef> named = typed.sample(model);
    if (named.isEmpty()) return Optional.empty();
    return Optional.of(
        samples
            .find(named.get())
            .filter(sample -> sample.model().equals(model.id()))
            .orElseThrow(() -> new InvalidQuestion("The sample to try is not of this model.")));
  }

  private Optional<Content> content(Sample sample) {
    return originals.find(sample.log()).filter(Original::matches).map(Original::content);
  }

  /** Some samples with different labels, those of which the original is known before others. */
  private static List<PredictPanel.Example> examples(Model model, RecentSamples recent) {
    Map<LogRef, Original> known = recent.sent();
    Map<UInt64, Sample> chosen = new LinkedHashMap<>();
    for (boolean withOriginal : new boolean[] {true, false}) {
      for (Sample sample : recent.samples()) {
        Original original = known.get(sample.log());
        boolean has = original != null && original.matches();
        if (has == withOriginal && chosen.size() < EXAMPLES) {
          chosen.putIfAbsent(sample.label(), sample);
        }
      }
    }
    List<PredictPanel.Example> examples = new ArrayList<>();
    for (Sample sample : chosen.values()) {
      examples.add(
          new PredictPanel.Example(
              RevealLink.kept(
                  Links.model(model.id())
                      + "?example="
                      + TypedInput.name(sample.log())
                      + "#predict"),
              SampleRow.preview(sample.features()),
              OriginalView.inList(
                  known.get(sample.log()), ContentVisibility.beside(sample.log(), model))));
    }
    return examples;
  }

  /** What to type as an input. */
  static String prompt(ModelInputs.InputEncoding way) {
    return switch (way.variant()) {
      case INTEGERS, PICTURE_INK, ENCODED_WORDS -> "Whole numbers";
      case TIMES_BILLION -> "Decimal numbers";
      case WORDS_UTF_8, WORDS_CASE_KEPT, WORDS_POSITION_SEEDED -> "A text";
    };
  }

  private static String note(ModelInputs.InputEncoding way) {
    long all = way.counts().values().stream().mapToLong(Long::longValue).sum();
    long same = way.counts().getOrDefault(way.variant(), 0L);
    String how =
        "Sumscan encodes it as the model wants it: %s."
            .formatted(OriginalView.words(way.variant()));
    if (Variant.WORDS_UTF_8.compareTo(way.variant()) > 0 || way.variant() == Variant.PICTURE_INK) {
      return how;
    }
    return all == 0
        ? how + " No original is stored yet that would tell which variant its authors use."
        : how
            + " Of %s whose original is stored, %s encoded so."
                .formatted(
                    NumberText.counted(all, "sample"),
                    NumberText.grouped(same) + (same == 1 ? " is" : " are"));
  }

  /** How many features there are, and the first of them. */
  static String encoded(long[] features) {
    String head = TypedInput.list(Arrays.copyOf(features, Math.min(SHOWN, features.length)));
    return NumberText.counted(features.length, "feature")
        + (features.length == 0 ? "" : ": " + head)
        + (features.length > SHOWN ? ", …" : "");
  }

  /** What both say, and loudly that they differ where they do. */
  static List<PredictionView> said(BothAnswers both, Model model, @Nullable UInt64 claimed) {
    List<PredictionView> said = new ArrayList<>();
    if (both.agreement() == Agreement.DIFFERENT) {
      said.add(
          new PredictionView(
              "bad",
              "Contract and replay contradict each other",
              "",
              List.of(
                  "Asked in the same state they give different answers, so one of them is wrong."
                      + " Believe the contract, and no figure of this page.")));
    }
    String contract = "The contract answers";
    String replay = "Our replay answers";
    said.add(
        claimed == null
            ? PredictionView.of(both.contract(), model, contract)
            : PredictionView.of(both.contract(), model, contract, claimed));
    said.add(
        claimed == null
            ? PredictionView.of(both.replay(), model, replay)
            : PredictionView.of(both.replay(), model, replay, claimed));
    if (both.agreement() == Agreement.LATER) {
      said.add(
          new PredictionView(
              "",
              "The contract has learnt more since",
              "",
              List.of("As of our replay's block it gave the same answer.")));
    }
    return said;
  }
}
